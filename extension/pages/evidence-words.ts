/** A recorded moderation in words: for the list, for the search, and as plain text to hand over. */

import type { ModerationAction, ModerationCode, ModerationVerdict } from "../../pkg/wire";
import type { ModerationChoice, ModerationEvent } from "../shared/events.ts";
import { foreign } from "../shared/foreign.ts";
import { t, uiLanguage, type MessageKey } from "../shared/i18n.ts";
import { NETWORKS } from "./networks.ts";

const ACTIONS: Record<ModerationAction, MessageKey> = { delete: "actionDelete", hide: "actionHide", block: "actionBlock", report: "actionReport" };
const VERDICTS: Record<ModerationVerdict, MessageKey> = { allowed: "verdictAllowed", "advised-against": "verdictAgainst" };
const CHOICES: Record<ModerationChoice, MessageKey> = { reply: "choiceReply", cancelled: "choiceCancelled", moderated: "choiceModerated" };
const REASONS: Record<ModerationCode, MessageKey> = {
  threat: "kindThreat",
  violence: "kindViolence",
  hate: "kindHate",
  "personal-data": "reasonPersonalData",
  insult: "kindInsult",
  spam: "kindSpam",
  offensive: "reasonOffensive",
  "own-data": "reasonOwnData",
  rude: "reasonRude",
  complaint: "kindComplaint",
  accusation: "kindAccusation",
  misinformation: "kindMisinformation",
  troll: "kindTroll",
  question: "kindQuestion",
  praise: "kindPraise",
  harmless: "reasonHarmless",
  unread: "reasonUnread",
};

const LONGEST_COPIED = 20_000;

/** One line of what is known: its name, what it says, and where it leads. */
export interface Fact {
  name: string;
  value: string;
  link?: string;
}

function moment(time: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: "long", timeStyle: "short" }).format(time);
}

/** What was attempted, what the rule said, what was chosen. */
export function headline({ action, verdict, choice }: ModerationEvent): string {
  return t("evidenceHeadline", t(ACTIONS[action]), t(VERDICTS[verdict]), t(CHOICES[choice]));
}

function networkName(network: string): string {
  const known = NETWORKS.find(({ id }) => id === network)?.name;
  if (known === undefined) return network;
  return typeof known === "string" ? known : t(known.key);
}

/** An address one may follow: an https one, nothing else. */
function safeLink(address: string | null): string | null {
  return address !== null && URL.canParse(address) && new URL(address).protocol === "https:" ? new URL(address).href : null;
}

function linked(name: MessageKey, address: string | null): Fact[] {
  if (address === null || address === "") return [];
  const link = safeLink(address);
  return [{ name: t(name), value: address, ...(link === null ? {} : { link }) }];
}

/** Everything that was written down, beside the comment's words. */
export function factsOf({ network, reasons, at, evidence }: ModerationEvent): Fact[] {
  const written = evidence.time === null ? Number.NaN : Date.parse(evidence.time);
  return [
    { name: t("evidenceAuthor"), value: evidence.author ?? t("popupSomeone") },
    { name: t("evidenceNetwork"), value: networkName(network) },
    // Codes from the store may be those of another version.
    { name: t("evidenceReasons"), value: reasons.map((code) => (Object.hasOwn(REASONS, code) ? t(REASONS[code]) : code)).join(", ") },
    { name: t("evidenceAt"), value: moment(at) },
    ...(evidence.time === null ? [] : [{ name: t("evidenceWritten"), value: Number.isNaN(written) ? evidence.time : moment(written) }]),
    ...linked("evidenceLink", evidence.permalink),
    ...linked("evidencePage", evidence.pageUrl),
  ];
}

/** The whole of it as plain text. */
export function asText(event: ModerationEvent): string {
  const lines = factsOf(event).map(({ name, value }) => t("evidenceLine", name, foreign(value, LONGEST_COPIED)));
  return [headline(event), "", foreign(event.evidence.text, LONGEST_COPIED), "", ...lines, ""].join("\n");
}

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether all the words are in the comment, in its author's name or in what is known of it; accents and case do not count. */
export function finder(search: string): (event: ModerationEvent) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (event) => {
    const text = words.length === 0 ? "" : plain(asText(event));
    return words.every((word) => text.includes(word));
  };
}
