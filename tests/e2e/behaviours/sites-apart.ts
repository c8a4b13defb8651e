// What only some networks do: lists that put another comment in the same element, replies that are replaced, many
// controls called « Répondre », pages nobody has described.
import { networkSpots } from "../fixtures/networks/index.ts";
import { comments, thread } from "../fixtures/networks/kit.ts";
import type { NetworkSpot } from "../fixtures/networks/spot.ts";
import { equal, ok } from "../harness/assert.ts";
import { NetworkDesk } from "../harness/network-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { INSULT } from "./drafts.ts";
import { popupOn } from "./permission-changes.ts";

function spotOf(name: string): NetworkSpot {
  const spot = networkSpots.find((one) => one.name === name);
  if (!spot) throw new Error(`no reply box called ${name}`);
  return spot;
}

test("YouTube Studio: a list that shows another comment in the same element is not taken for the one answered", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, spotOf("YouTube Studio"));
  await desk.focus();
  await until("the comment", async () => (await desk.status()).answering?.text === thread.english.text);
  await desk.click("#older");
  await desk.click(desk.place.composer);
  await until("no comment any more", async () => (await desk.status()).answering?.text === null);
});

test("Google reviews: whoever rewrites a reply still answers the review", variants.open, async (session) => {
  const spot = spotOf("Google reviews, panel of the search page");
  const { id, text } = thread.answered;
  const review = `:has(> [data-review-id='${id}'])`;
  const desk = await NetworkDesk.open(session, { ...spot, opens: [`${review} button[jsname=AiXfRb]`], composer: `${review} textarea` });
  await desk.focus();
  await until("the review", async () => (await desk.status()).answering?.text === text);
  equal("its id", (await desk.status()).answering?.id, id);
});

/** Another control of the page that opens, or answers, something else. */
const OTHERS: ReadonlyArray<readonly [name: string, control: string]> = [
  ["YouTube, reply", `ytd-comment-view-model:has(a[href$='lc=${thread.complaint.id}']) #reply-button-end button`],
  ["TikTok, reply", "[class*=DivCommentItemWrapper]:has(a[href='/@louise_m']) [data-e2e=comment-reply-1]"],
  ["Reddit, reply", `shreddit-comment[thingid=t1_${thread.praise.id}] > shreddit-comment-action-row >>> [noun=reply_comment] button`],
  ["Google reviews, panel of the search page", `:has(> [data-review-id='${thread.praise.id}']) button[jsname=rhPddf]`],
  ["Any site, the form moved below a comment", `#div-comment-${thread.praise.id} .comment-reply-link`],
];
for (const [name, control] of OTHERS) {
  test(`${name}: « Répondre » on another comment is no posting, whatever the draft`, variants.open, async (session) => {
    const spot = spotOf(name);
    const desk = await NetworkDesk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    await overlay.recordDialogs();
    await desk.type(INSULT.fr.text);
    await until("the insult to be underlined", async () => (await overlay.underlined()).length > 0);
    await desk.click(control);
    await desk.settle();
    equal("dialogs seen", await overlay.dialogsSeen(), 0);
    equal("sent", desk.replies(), []);
  });
}

test("Trustpilot: what nobody has described is said to be understood in part, and guarded", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, spotOf("Trustpilot"));
  await desk.focus();
  equal("recognition", (await desk.status()).recognition, "partly");
  ok("no comment is counted", (await desk.status()).comments === comments.length);
  ok("the guard is not ready", (await desk.status()).gateReady);
  const popup = await popupOn(session, await desk.address());
  await until("the popup to say so", () => popup.$eval("#detail", (detail) => /en partie|à moitié/.test(detail.textContent)));
});
