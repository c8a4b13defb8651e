/** What the pages of networks have in them to be misread. */

import { facebookSpots } from "../fixtures/networks/facebook.ts";
import { instagramSpots } from "../fixtures/networks/instagram.ts";
import { post, thread } from "../fixtures/networks/kit.ts";
import { linkedinSpots } from "../fixtures/networks/linkedin.ts";
import type { NetworkSpot } from "../fixtures/networks/spot.ts";
import { equal, ok } from "../harness/assert.ts";
import { NetworkDesk } from "../harness/network-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import type { Session } from "../harness/session.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { COURTEOUS, INSULT } from "./drafts.ts";

function spotNamed(name: string): NetworkSpot {
  const found = [...facebookSpots, ...instagramSpots, ...linkedinSpots].find((spot) => spot.name === name);
  if (!found) throw new Error(`no reply box "${name}"`);
  return found;
}

async function withInsult(session: Session, name: string): Promise<{ desk: NetworkDesk; overlay: Overlay }> {
  const spot = spotNamed(name);
  const desk = await NetworkDesk.open(session, spot);
  const overlay = new Overlay(desk);
  const { text, words } = INSULT[spot.answers ? thread[spot.answers].lang : "fr"];
  await desk.focus();
  await desk.type(text);
  await until("the insult to be underlined", async () => (await overlay.underlined()).some((found) => found.includes(words)));
  return { desk, overlay };
}

const answeredText = async (desk: NetworkDesk): Promise<string | null> => (await desk.status()).answering?.text ?? null;

/** Controls near the box that are called as if they posted, or nearly, and do not. */
const HARMLESS: ReadonlyArray<readonly [spot: string, controls: readonly string[]]> = [
  [
    "Facebook, reply in the dialog",
    [
      "[role=dialog] [aria-label='Laissez un commentaire']",
      "[role=dialog] [aria-label='Insérer un emoji']",
      `[data-e2e-id='${thread.question.id}'] ul [role=button]:not([aria-label])`,
    ],
  ],
  ["Instagram, reply on the post's page", [`[data-e2e-id='${thread.question.id}'] .e2e-reply`]],
  ["LinkedIn V1, reply", [".feed-shared-social-action-bar button", `[data-id$='${thread.question.id})'] [class*=reply-action-button]`]],
  ["LinkedIn V2, reply", ["button:has(#comment-small)", `[id$='${thread.question.id})'] button ::-p-text(Reply)`]],
];

for (const [name, controls] of HARMLESS) {
  test(`${name}: controls that post nothing are not held back`, variants.open, async (session) => {
    const { desk, overlay } = await withInsult(session, name);
    for (const control of controls) {
      await desk.click(control);
      await desk.settle();
      equal(`the gate after ${control}`, await overlay.gate(), null);
    }
    await desk.expectReplies([]);
  });
}

for (const name of ["LinkedIn V1, reply", "LinkedIn V2, reply"]) {
  test(`${name}: Ctrl+Enter posts nothing and is not held back`, variants.open, async (session) => {
    const { desk, overlay } = await withInsult(session, name);
    await desk.press("Control+Enter");
    await desk.settle();
    equal("the gate", await overlay.gate(), null);
    await desk.expectReplies([]);
  });
}

test("Facebook, reply in the dialog: of two open boxes, each answers its own comment", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, spotNamed("Facebook, reply in the dialog"));
  const { question, complaint } = thread;
  await desk.click(`[data-e2e-id='${question.id}'] ul [role=button]:not([aria-label])`);
  await desk.click(`[role=textbox][aria-label^='Répondre à ${question.author.name}']`);
  await until("the second comment", async () => (await answeredText(desk)) === question.text);
  // Its « Répondre » was not the last one pressed.
  await desk.focus();
  await until("the first comment", async () => (await answeredText(desk)) === complaint.text);
});

test("Facebook, reply in the dialog: our own publication is deleted without a question", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, spotNamed("Facebook, reply in the dialog"));
  const overlay = new Overlay(desk);
  const menu = `[data-e2e-id='${thread.complaint.id}'] [aria-haspopup=menu]`;
  await desk.click(menu);
  await desk.click(menu);
  await desk.click("[role=dialog] [aria-label='Actions pour cette publication']");
  await desk.click("[role=menuitem] ::-p-text(Supprimer la publication)");
  await until("the publication to be deleted", () => desk.moderations().length > 0);
  equal("the question", await overlay.gate(), null);
  equal("what was deleted", desk.moderations(), [{ action: "delete", id: post.id }]);
});

test("Instagram, reply on the post's page: without the name in the box, nobody is answered; another « Répondre », another comment", variants.open, async (session) => {
  const desk = await NetworkDesk.open(session, spotNamed("Instagram, reply on the post's page"));
  await desk.focus();
  await until("the comment", async () => (await answeredText(desk)) === thread.complaint.text);
  await desk.replace(COURTEOUS.fr);
  await until("nobody", async () => (await answeredText(desk)) === null);
  await desk.click(`[data-e2e-id='${thread.praise.id}'] .e2e-reply`);
  await until("the other comment", async () => (await answeredText(desk)) === thread.praise.text);
  ok("the box does not begin with the name", (await desk.draft()).startsWith(`@${thread.praise.author.handle}`));
});
