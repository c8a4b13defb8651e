/** What the pages of networks made of posts alone have in them to be misread. */

import { blueskySpots } from "../fixtures/networks/bluesky.ts";
import { elkSpots } from "../fixtures/networks/elk.ts";
import { post, thread, type ThreadItem } from "../fixtures/networks/kit.ts";
import { lemmySpots } from "../fixtures/networks/lemmy.ts";
import { mastodonSpots } from "../fixtures/networks/mastodon.ts";
import type { NetworkSpot } from "../fixtures/networks/spot.ts";
import { threadsSpots } from "../fixtures/networks/threads.ts";
import { xSpots } from "../fixtures/networks/x.ts";
import { equal } from "../harness/assert.ts";
import { NetworkDesk } from "../harness/network-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { INSULT } from "./drafts.ts";

const spots = [...blueskySpots, ...elkSpots, ...lemmySpots, ...mastodonSpots, ...threadsSpots, ...xSpots];

function spotNamed(name: string): NetworkSpot {
  const found = spots.find((spot) => spot.name === name);
  if (!found) throw new Error(`no reply box "${name}"`);
  return found;
}

const answeredText = async (desk: NetworkDesk): Promise<string | null> => (await desk.status()).answering?.text ?? null;

const tweet = ({ author, id }: ThreadItem): string => `article:has(a[href='/${author.handle}/status/${id}'])`;
const threadsPost = ({ author, id }: ThreadItem): string => `[data-pressable-container=true]:has(a[href='/@${author.handle}/post/${id}'])`;

/** Controls that are called as if they posted, or nearly, and do not. */
const HARMLESS: ReadonlyArray<readonly [spot: string, controls: readonly string[]]> = [
  ["X, below the post", ["[data-testid=gifSearchButton]", `${tweet(thread.question)} [data-testid=reply]`, "[data-testid=app-bar-close]"]],
  ["Threads, below the post", ["[role=button]:has([aria-label^=Développer])", `${threadsPost(thread.question)} [role=button]:has([aria-label=Répondre])`, "[role=dialog] [role=button] ::-p-text(Annuler)"]],
  ["Mastodon, the opened post", [".dropdown-button", ".detailed-status__action-bar button[title=Partager]"]],
  ["Elk, the opened post", ["[aria-label='Ajouter un emoji']", `#status-${thread.complaint.id} [aria-label=Répondre]`]],
  ["Lemmy, below a comment", [".comment [aria-label=citation]", ".comment .comment-form ::-p-text(Prévisualiser)", `#comment-${thread.question.id} [aria-label=répondre]`]],
];

for (const [name, controls] of HARMLESS) {
  test(`${name}: controls that post nothing are not held back`, variants.open, async (session) => {
    const desk = await NetworkDesk.open(session, spotNamed(name));
    const overlay = new Overlay(desk);
    await desk.focus();
    await desk.type(INSULT.fr.text);
    await until("the insult to be underlined", async () => (await overlay.underlined()).length > 0);
    for (const control of controls) {
      await desk.click(control);
      await desk.settle();
      equal(`the gate after ${control}`, await overlay.gate(), null);
    }
    await desk.expectReplies([]);
  });
}

test("X: a new post, begun on the page of a complaint, answers nobody", variants.open, async (session) => {
  const place: NetworkSpot = { ...spotNamed("X, reply dialog"), path: `/${thread.complaint.author.handle}/status/${thread.complaint.id}`, opens: ["[data-testid=SideNav_NewTweet_Button]"] };
  const desk = await NetworkDesk.open(session, place);
  await desk.focus();
  await until("a reply box", async () => (await desk.status()).answering !== null);
  equal("the comment answered", await answeredText(desk), null);
});

test("X: in a home feed, nobody is waiting for our answer", variants.open, async (session) => {
  const desk = await NetworkDesk.arrive(session, { ...spotNamed("X, reply dialog"), path: "/home" });
  await until("the posts", async () => (await desk.status()).comments > 0);
  equal("unanswered", (await desk.status()).unanswered, null);
});

test("X: a sheet that asks about something else, after a block was given up, is none of ours", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, spotNamed("X, reply dialog"));
  const overlay = new Overlay(desk);
  await desk.click("[data-testid=app-bar-close]");
  const caret = `${tweet(thread.complaint)} [data-testid=caret]`;
  await desk.click(caret);
  await desk.click("[data-testid=Dropdown] ::-p-text(Bloquer)");
  await until("the question", () => overlay.gate());
  await desk.press("Escape");
  await until("the question to go", async () => (await overlay.gate()) === null);
  await desk.click("[data-testid=Dropdown] ::-p-text(Se désabonner)");
  await desk.click("[data-testid=confirmationSheetConfirm]");
  await until("a question, or the deed", async () => (await overlay.gate()) ?? desk.moderations().length > 0);
  equal("the question", await overlay.gate(), null);
  equal("what was done", desk.moderations().map(({ action }) => action), ["unfollow"]);
});

test("Bluesky: one box after the other, each answers the post it shows", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, { ...spotNamed("Bluesky, a reply below it"), path: `/profile/${post.author.handle}.bsky.social/post/${post.id}` });
  await desk.focus();
  await until("the first", async () => (await answeredText(desk)) === thread.english.text);
  await desk.click("[data-testid=composePostView] [aria-label=Annuler]");
  await desk.click(`[data-testid='postThreadItem-by-${thread.praise.author.handle}.bsky.social'] [data-testid=replyBtn]`);
  await desk.focus();
  await until("the second", async () => (await answeredText(desk)) === thread.praise.text);
});
