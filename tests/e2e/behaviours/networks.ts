import type { ModerationEvent } from "../../../extension/shared/events.ts";
import { thread, type ThreadItem } from "../fixtures/networks/kit.ts";
import { networkSpots } from "../fixtures/networks/index.ts";
import type { NetworkSpot, NotApplicable, PostingKey, Presses, Told } from "../fixtures/networks/spot.ts";
import { equal, ok } from "../harness/assert.ts";
import { coverage } from "../harness/coverage.ts";
import { NetworkDesk } from "../harness/network-desk.ts";
import { Overlay, type Panel } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import type { SentReply } from "../harness/runs.ts";
import type { Session } from "../harness/session.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { COURTEOUS, INSULT } from "./drafts.ts";
import { popupOn } from "./permission-changes.ts";

const TABLE = "networks";
const COLUMNS = [
  "answered comment", "author", "public or private", "own account", "unanswered", "popup", "limit",
  "insult held back", "publish anyway", "courteous reply", "new line", "delete", "hide", "block", "report",
] as const;
type Column = (typeof COLUMNS)[number];

coverage.declare(TABLE, "Behaviours × networks", networkSpots.map((spot) => spot.name), COLUMNS);

/** Tries one cell after the other, so that one that fails does not hide the next. */
class Cells {
  private readonly failures: string[] = [];

  constructor(private readonly spot: NetworkSpot) {}

  async try(column: Column, body: () => Promise<void>): Promise<void> {
    const failure = await coverage.attempt(TABLE, this.spot.name, column, body);
    if (failure !== null) this.failures.push(failure);
  }

  /** Tries it where it applies, else records why not. */
  async tryWith<T extends object>(column: Column, told: Told<T>, body: (value: T) => Promise<void>): Promise<void> {
    if (isNotApplicable(told)) coverage.record(TABLE, this.spot.name, column, { state: "not applicable", why: told.notApplicable });
    else await this.try(column, () => body(told));
  }

  /** Fails the test if a cell has failed. */
  end(): void {
    if (this.failures.length > 0) throw new Error(this.failures.join("\n"));
  }
}

function isNotApplicable(told: object): told is NotApplicable {
  return "notApplicable" in told;
}

/** Declares a test of several cells on this reply box. */
function cells(spot: NetworkSpot, name: string, body: (session: Session, cells: Cells) => Promise<void>): void {
  test(`${spot.name}: ${name}`, variants.open, async (session) => {
    const tried = new Cells(spot);
    await body(session, tried);
    tried.end();
  });
}

const noComment: NotApplicable = { notApplicable: "no comment is answered here" };

const languageOf = ({ answers }: NetworkSpot): "fr" | "en" => (answers ? thread[answers].lang : "fr");

/** The draft as the box holds it. */
const withMention = ({ mention = "" }: NetworkSpot, text: string): string => mention + text;

function sent(spot: NetworkSpot, text: string): SentReply {
  return { text: withMention(spot, text), inReplyTo: spot.answers && thread[spot.answers].id, private: spot.visibility === "private" };
}

/** Waits until the extension has this to say, and shows both values when it never has. */
async function says<T>(what: string, probe: () => Promise<T>, expected: T): Promise<void> {
  await until(what, async () => JSON.stringify(await probe()) === JSON.stringify(expected)).catch(() => {});
  equal(what, await probe(), expected);
}

async function typeInsult(desk: NetworkDesk, overlay: Overlay): Promise<string> {
  const { text, words } = INSULT[languageOf(desk.place)];
  await desk.focus();
  await desk.type(text);
  await until("the insult to be underlined", async () => (await overlay.underlined()).some((found) => found.includes(words)));
  return text;
}

/** Sends, and sees that nothing leaves and that the draft stays as it is. */
async function heldBack(desk: NetworkDesk, overlay: Overlay, way: "button" | PostingKey, text: string): Promise<void> {
  await desk.send(way);
  await until(`the gate (${way})`, () => overlay.gate());
  await desk.settle();
  await desk.expectReplies([]);
  equal(`the draft after ${way}`, (await desk.draft()).trim(), withMention(desk.place, text));
}

for (const spot of networkSpots) {
  cells(spot, "what it answers, for whom, in whose name", async (session, tried) => {
    const desk = await NetworkDesk.open(session, spot);
    await desk.focus();
    const answering = async () => (await desk.status()).answering;
    equal("network", (await desk.status()).network, spot.network);
    const comment = spot.answers && thread[spot.answers];
    if (!comment) equal("the comment answered where none is", (await answering())?.text, null);
    await tried.tryWith("answered comment", comment ?? noComment, async ({ text, time }) => {
      await says("the comment", async () => (await answering())?.text, text);
      equal("its id", (await answering())?.id, spot.id);
      equal("its address", (await answering())?.permalink, spot.permalink);
      const told = (await answering())?.time;
      ok(`its time is ${told}`, told === null || told === time);
    });
    await tried.tryWith("author", comment ?? noComment, async ({ author }) => {
      await says("the author", async () => (await answering())?.author, spot.author ?? author.name);
    });
    await tried.try("public or private", () => says("visibility", async () => (await answering())?.visibility, spot.visibility));
    await tried.tryWith("own account", spot.account, async (account) => {
      await says("our account", async () => (await desk.status()).account, account);
    });
    await tried.tryWith("unanswered", spot.unanswered, async (authors) => {
      await says("who waits for an answer", async () => (await desk.status()).unanswered?.map((one) => one.author), [...authors]);
    });
    await tried.tryWith("popup", spot.unanswered, async (authors) => {
      const popup = await popupOn(session, await desk.address());
      await until("the popup to say that the guard is ready", () => popup.$eval("#detail", (detail) => detail.textContent.includes("le garde-fou est prêt")));
      equal("who waits for an answer, in the popup", await popup.$$eval("#unanswered .comment b", (found) => found.map((one) => one.textContent)), [...authors]);
    });
  });

  cells(spot, "an insult is held back by every way of sending, then sent once when decided", async (session, tried) => {
    const desk = await NetworkDesk.open(session, spot);
    const overlay = new Overlay(desk);
    const text = await typeInsult(desk, overlay);
    await tried.try("insult held back", async () => {
      for (const way of ["button", ...spot.postingKeys] as const) {
        await heldBack(desk, overlay, way, text);
        await desk.press("Escape");
        await until("the gate to go", async () => (await overlay.gate()) === null);
      }
    });
    await tried.try("publish anyway", async () => {
      await heldBack(desk, overlay, "button", text);
      await overlay.decide("anyway");
      await desk.expectReplies([sent(spot, text)]);
    });
  });

  for (const way of ["button", ...spot.postingKeys] as const) {
    cells(spot, `a courteous reply by ${way} is sent once, nothing asked`, async (session, tried) => {
      const desk = await NetworkDesk.open(session, spot);
      const overlay = new Overlay(desk);
      const text = COURTEOUS[languageOf(spot)];
      await desk.focus();
      await overlay.recordDialogs();
      await desk.type(text);
      await tried.try("courteous reply", async () => {
        await desk.send(way);
        await desk.expectReplies([sent(spot, text)]);
        equal("dialogs seen", await overlay.dialogsSeen(), 0);
      });
    });
  }

  cells(spot, "a new line is a new line; the length limit is told", async (session, tried) => {
    const desk = await NetworkDesk.open(session, spot);
    const overlay = new Overlay(desk);
    const text = await typeInsult(desk, overlay);
    await tried.tryWith("new line", lineKey(spot), async ({ key }) => {
      await desk.press(key);
      await desk.type("A");
      await until("two lines", async () => /\n\s*A$/.test((await desk.draft()).trimEnd()));
      equal("the gate", await overlay.gate(), null);
      await desk.expectReplies([]);
      ok("the first line is lost", (await desk.draft()).includes(text));
    });
    await tried.tryWith("limit", spot.limit, async ({ told, fits, tooLong }) => {
      equal("the limit the page tells", (await desk.status()).answering?.limit, told);
      await desk.replace(tooLong);
      await until("a text too long to be said so", async () => /\d+ point/.test((await overlay.badge())?.name ?? ""));
      await overlay.clickBadge();
      await until("the reason", async () => /dépasse ce que le réseau accepte/.test((await overlay.card())?.text ?? ""));
      await desk.replace(fits);
      await until("a text that fits to be left alone", async () => (await overlay.badge())?.name.endsWith("°"));
    });
  });
}

/** Presses what moderates this comment on a page of its own, and gives what has come of it once nothing moves any more. */
async function moderated(session: Session, spot: NetworkSpot, presses: Presses, comment: ThreadItem): Promise<{ desk: NetworkDesk; question: Panel | null }> {
  const desk = await NetworkDesk.arrive(session, spot);
  const overlay = new Overlay(desk);
  await desk.moderate(presses, comment, () => overlay.gate());
  await until("a question, or the deed", async () => (await overlay.gate()) ?? desk.moderations().length > 0);
  await desk.settle();
  return { desk, question: await overlay.gate() };
}

for (const spot of networkSpots) {
  for (const action of ["delete", "hide", "block", "report"] as const) {
    const presses = spot[action];
    if (isNotApplicable(presses)) {
      coverage.record(TABLE, spot.name, action, { state: "not applicable", why: presses.notApplicable });
      continue;
    }
    cells(spot, `to ${action} a criticism is asked about, a threat goes once its evidence is kept`, async (session, tried) => {
      await tried.try(action, async () => {
        const criticism = await moderated(session, spot, presses, thread.complaint);
        ok("no question on a criticism", criticism.question);
        ok(`the criticism is not quoted: ${criticism.question.text}`, criticism.question.text.includes(thread.complaint.text.slice(0, 30)));
        equal("done to the criticism", criticism.desk.moderations(), []);

        await session.forgetEvents();
        const threat = await moderated(session, spot, presses, thread.threat);
        equal("the question on a threat", threat.question?.text ?? null, null);
        equal("done to the threat", threat.desk.moderations().map((one) => one.action), [action]);
        const [event] = (await session.events()) as ModerationEvent[];
        equal("what was written down", [event?.action, event?.verdict, event?.evidence.text], [action, "allowed", thread.threat.text]);
      });
    });
  }
}

/** The key that begins a new line where this one may be begun: Enter, where it does not post. */
function lineKey(spot: NetworkSpot): Told<{ key: "Enter" | "Shift+Enter" }> {
  if (spot.isOneLine) return { notApplicable: "a box of one line" };
  return { key: spot.postingKeys.includes("Enter") ? "Shift+Enter" : "Enter" };
}
