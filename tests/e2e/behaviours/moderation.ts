import { equal, ok } from "../harness/assert.ts";
import { ModerationDesk } from "../harness/moderation-desk.ts";
import { type Control, Overlay, type Panel } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { FIXTURE_HOST } from "../harness/session.ts";
import { Desk, practiceForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { overlayOnly } from "./accessibility.ts";

/** The question of the guard, once it is there. */
async function question(overlay: Overlay): Promise<Panel> {
  return await until("the question", () => overlay.gate());
}

async function answer(overlay: Overlay, name: string): Promise<void> {
  const find = (panel: Panel): Control | undefined => panel.buttons.find((button) => button.name === name);
  const found = find(await question(overlay));
  ok(`no button "${name}"`, found);
  await overlay.press(found);
}

async function asked(desk: ModerationDesk): Promise<Overlay> {
  const overlay = new Overlay(desk);
  await question(overlay);
  await desk.settle();
  await desk.expectDone([]);
  return overlay;
}

async function choices(desk: ModerationDesk): Promise<string[]> {
  return (await desk.recorded()).map(({ action, verdict, choice }) => `${action} ${verdict} ${choice}`);
}

async function expectChoices(desk: ModerationDesk, expected: readonly string[]): Promise<void> {
  await until(`${expected.length} record(s)`, async () => (await desk.recorded()).length >= expected.length);
  equal("what was written down", await choices(desk), [...expected]);
}

test("moderation: « Supprimer » on a criticism → the rule, the reason, nothing deleted; « Annuler » leaves it there", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  const { text, buttons } = await question(overlay);
  ok(`the rule is not said: ${text}`, /Évitez de supprimer les commentaires négatifs/.test(text));
  ok(`the comment is not quoted: ${text}`, text.includes("Léa Moreau") && text.includes("votre service est nul"));
  ok(`no reason: ${text}`, /réclamation/i.test(text));
  equal("the ways on", buttons.map((button) => button.name), ["Répondre plutôt", "Supprimer quand même", "Annuler"]);
  await answer(overlay, "Annuler");
  await expectChoices(desk, ["delete advised-against cancelled"]);
  equal("the page's own question", await desk.isAsked(), false);
  await desk.expectDone([]);
  ok("the comment is gone", await desk.page.$("#critic"));
});

test("moderation: « Supprimer quand même » → written down, then deleted once, the dialog not asked about again", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  await answer(overlay, "Supprimer quand même");
  await desk.confirm();
  await desk.expectDone(["delete critic"]);
  equal("another question", await overlay.gate(), null);
  await expectChoices(desk, ["delete advised-against moderated"]);
  const [record] = await desk.recorded();
  equal("the evidence", { ...record?.evidence, capturedAt: 0, pageUrl: "" }, {
    text: "Trois semaines que j'attends mon colis, votre service est nul.",
    author: "Léa Moreau",
    permalink: `${session.server.origin}/c/critic`,
    time: "2026-11-20T10:00:00.000Z",
    id: "critic",
    pageUrl: "",
    capturedAt: 0,
  });
  equal("the page it was seen on", record?.evidence.pageUrl, await desk.address());
  ok("written down after the deletion", (record?.at ?? Infinity) <= (desk.done()[0]?.at ?? 0));
});

test("moderation: « Répondre plutôt » → the menu closed, the reply button under the focus, nothing pressed", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  await answer(overlay, "Répondre plutôt");
  await until("the focus on the reply button", () => desk.page.evaluate(() => document.activeElement === document.querySelector("#critic .reply")));
  equal("menus left open", await desk.page.$$eval("[role=menu]", (found) => found.length), 0);
  equal("reply boxes opened", await desk.page.$$eval("textarea", (found) => found.length), 0);
  await expectChoices(desk, ["delete advised-against reply"]);
  await desk.expectDone([]);
});

test("moderation: « Répondre plutôt » with the reply box open → the caret in it", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.press("critic", "reply");
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  await answer(overlay, "Répondre plutôt");
  await until("the caret in the reply box", () => desk.page.evaluate(() => document.activeElement === document.querySelector("#critic textarea")));
});

for (const [comment, reason] of [["threat", "threat"], ["insult", "insult"], ["spam", "spam"], ["doxxing", "personal-data"]] as const) {
  test(`moderation: « Supprimer » on ${comment} → the evidence first, then deleted once, no question`, variants.delayable, async (session) => {
    await session.store({ e2eStoreDelay: 400 });
    const desk = await ModerationDesk.open(session);
    const overlay = new Overlay(desk);
    await overlay.recordText(/Preuve enregistrée/);
    await desk.choose(comment, "Supprimer");
    await desk.confirm();
    await desk.expectDone([`delete ${comment}`]);
    equal("a question", await overlay.gate(), null);
    await until("« Preuve enregistrée »", () => overlay.textSeen());
    await expectChoices(desk, ["delete allowed moderated"]);
    const [record] = await desk.recorded();
    ok(`the reasons are ${record?.reasons.join()}`, record?.reasons.includes(reason));
    ok("deleted before its evidence was kept", (record?.at ?? Infinity) <= (desk.done()[0]?.at ?? 0));
    await session.store({ e2eStoreDelay: 0 });
  });
}

for (const [name, item, done] of [["Masquer", "Masquer", "hide critic"], ["Bloquer", "Bloquer", "block critic"]] as const) {
  test(`moderation: « ${name} » on a criticism → asked; « ${name} quand même » does it once`, variants.open, async (session) => {
    const desk = await ModerationDesk.open(session);
    await desk.choose("critic", item);
    const overlay = await asked(desk);
    await answer(overlay, `${name} quand même`);
    if (done.startsWith("block")) await desk.confirm();
    await desk.expectDone([done]);
  });
}

test("moderation: a button that reports on the first event of the press → held; « Signaler quand même » reports once", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.press("critic", "report");
  const overlay = await asked(desk);
  await answer(overlay, "Signaler quand même");
  await desk.expectDone(["report critic"]);
  await expectChoices(desk, ["report advised-against moderated"]);
});

test("moderation: by keyboard alone, from the menu to the decision", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  const overlay = new Overlay(desk);
  await desk.page.focus("#critic .more");
  await desk.page.keyboard.press("Enter");
  await until("the menu", () => desk.page.$("[role=menu]"));
  await desk.page.keyboard.press("Enter");
  await asked(desk);
  await desk.page.keyboard.press("Escape");
  await until("the question to go", async () => (await overlay.gate()) === null);
  await until("the focus back in the menu", () => desk.page.evaluate(() => document.activeElement?.getAttribute("role") === "menuitem"));
  await desk.page.keyboard.press("Enter");
  await asked(desk);
  await overlay.tabTo("Supprimer quand même");
  await overlay.pressFocused();
  await until("the page's question", () => desk.isAsked());
  await desk.page.focus("#yes");
  await desk.page.keyboard.press("Enter");
  await desk.expectDone(["delete critic"]);
  await expectChoices(desk, ["delete advised-against cancelled", "delete advised-against moderated"]);
});

test("moderation: only the page's question is seen (its own shortcut) → guarded there", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.page.focus("#critic");
  await desk.page.keyboard.press("d");
  await desk.confirm();
  const overlay = await asked(desk);
  await answer(overlay, "Supprimer quand même");
  await desk.expectDone(["delete critic"]);
});

test("moderation: a menu that closes while we ask → pressing again passes, once asked", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session, true);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  await overlay.recordText(/appuyez de nouveau sur « Supprimer »/);
  await answer(overlay, "Supprimer quand même");
  await until("the user to be told", () => overlay.textSeen());
  await desk.expectDone([]);
  await desk.choose("critic", "Supprimer");
  await desk.confirm();
  await desk.expectDone(["delete critic"]);
  equal("another question", await overlay.gate(), null);
});

test("moderation: our own comment → no question, nothing written down", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  const overlay = new Overlay(desk);
  await desk.choose("own", "Supprimer");
  await desk.confirm();
  await desk.expectDone(["delete own"]);
  equal("a question", await overlay.gate(), null);
  equal("what was written down", await desk.recorded(), []);
});

test("moderation: what moderates nothing passes: unfollowing and discarding through the same dialog, folding answers", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  const overlay = new Overlay(desk);
  await desk.choose("critic", "Supprimer");
  await asked(desk);
  await desk.page.keyboard.press("Escape");
  await until("the question to go", async () => (await overlay.gate()) === null);
  await desk.choose("critic", "Ne plus suivre");
  await desk.confirm();
  await desk.press("critic", "fold");
  await desk.press("critic", "reply");
  await desk.press("critic", "drop");
  await desk.confirm();
  await desk.expectDone(["unfollow critic", "fold critic", "discard critic"]);
  equal("a question", await overlay.gate(), null);
});

test("moderation: a script that presses the page's control while we ask deletes nothing", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  await desk.page.evaluate(() => {
    for (let at = 0; at < 3; at += 1) document.querySelector<HTMLElement>("[role=menuitem]")?.click();
    for (const host of document.querySelectorAll<HTMLElement>("html > div")) host.click();
  });
  await desk.settle();
  equal("the page's question", await desk.isAsked(), false);
  ok("the question is gone", await overlay.gate());
  await desk.expectDone([]);
});

test("moderation: what holds no word is not judged → passes, marked « non vérifié »", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  const overlay = new Overlay(desk);
  await overlay.recordText(/non vérifié/i);
  await desk.choose("picture", "Supprimer");
  await desk.confirm();
  await desk.expectDone(["delete picture"]);
  await until("« non vérifié »", () => overlay.textSeen());
});

test("moderation: a core slower than a second → passes once, marked « non vérifié »", variants.delayable, async (session) => {
  await session.store({ e2eDelay: 4000 });
  const desk = await ModerationDesk.open(session);
  const overlay = new Overlay(desk);
  await overlay.recordText(/non vérifié/i);
  await desk.choose("critic", "Supprimer");
  await desk.confirm();
  await desk.expectDone(["delete critic"]);
  await until("« non vérifié »", () => overlay.textSeen());
  await session.store({ e2eDelay: 0 });
});

test("moderation: a core that does not load → passes once, marked « non vérifié »", variants.brokenCore, async (session) => {
  const desk = await ModerationDesk.open(session);
  const overlay = new Overlay(desk);
  await overlay.recordText(/non vérifié/i);
  await desk.press("critic", "report");
  await desk.expectDone(["report critic"]);
  await until("« non vérifié »", () => overlay.textSeen());
});

test("moderation: the evidence cannot be kept → the user is told and decides", variants.brokenStore, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("threat", "Supprimer");
  const overlay = await asked(desk);
  const { text, buttons } = await question(overlay);
  ok(`it is not said: ${text}`, /preuve n'a pas pu être gardée/i.test(text));
  equal("the ways on", buttons.map((button) => button.name), ["Annuler", "Supprimer sans preuve"]);
  await answer(overlay, "Supprimer sans preuve");
  await desk.confirm();
  await desk.expectDone(["delete threat"]);
});

test("moderation: a store that does not answer → the user is told and decides", variants.delayable, async (session) => {
  await session.store({ e2eStoreDelay: 20_000 });
  const desk = await ModerationDesk.open(session);
  await desk.choose("threat", "Supprimer");
  const overlay = await asked(desk);
  ok("it is not said", /preuve n'a pas pu être gardée/i.test((await question(overlay)).text));
  await answer(overlay, "Annuler");
  await desk.expectDone([]);
  await session.store({ e2eStoreDelay: 0 });
});

test("moderation: « Répondre plutôt » at the page's own question, which only its buttons close → the user is told", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.page.focus("#critic");
  await desk.page.keyboard.press("d");
  await desk.confirm();
  const overlay = await asked(desk);
  await overlay.recordText(/Fermez la question du site/);
  await answer(overlay, "Répondre plutôt");
  await until("the user to be told", () => overlay.textSeen());
  await desk.expectDone([]);
});

test("moderation: the site is withdrawn while we ask → the question goes, nothing is done", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  await session.permissions.withdraw(FIXTURE_HOST);
  await until("the question to go", async () => (await overlay.gate()) === null);
  await desk.expectDone([]);
  await session.permissions.grant(FIXTURE_HOST);
});

test("moderation: nothing in the page before a comment is moderated, nothing after", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  const hosts = (): Promise<number> => desk.page.evaluate(() => document.querySelectorAll("html > :not(head, body)").length);
  await desk.press("critic", "more");
  equal("hosts", await hosts(), 0);
  await desk.pressItem("Supprimer");
  await asked(desk);
  equal("hosts while asking", await hosts(), 1);
  await desk.page.keyboard.press("Escape");
  await until("the host to leave", async () => (await hosts()) === 0);
});

test("moderation: the question alone is in the overlay where nothing is written, and axe finds nothing in it", variants.open, async (session) => {
  const desk = await ModerationDesk.open(session);
  await desk.choose("critic", "Supprimer");
  const overlay = await asked(desk);
  equal("the badge of no draft", await overlay.badge(), null);
  ok("the question has no focus", await overlay.holdsFocus());
  equal("axe", await overlayOnly(desk.page), []);
});

test("moderation: on the practice page, a complaint stays until the user insists, a threat goes with its evidence", variants.open, async (session) => {
  const desk = await Desk.open(session, practiceForm);
  const overlay = new Overlay(desk);
  const article = (author: string): string => `article[aria-label='${author}']`;
  await desk.page.click(`${article("Camille Roussel")} .moderate:last-child`);
  await answer(overlay, "Annuler");
  await until("the question to go", async () => (await overlay.gate()) === null);
  ok("the complaint is gone", await desk.page.$(article("Camille Roussel")));
  await overlay.recordText(/Preuve enregistrée/);
  const threat = `${article("Dédé du 59")} .moderate:last-child`;
  await desk.page.$eval(threat, (button) => button.scrollIntoView({ block: "center" }));
  await desk.page.click(threat);
  await until("the threat to go", async () => (await desk.page.$(article("Dédé du 59"))) === null);
  await until("« Preuve enregistrée »", () => overlay.textSeen());
});
