import { equal, ok } from "../harness/assert.ts";
import { type Control, Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import type { Session } from "../harness/session.ts";
import { Desk, plainForm, plainRich, reactForm, type Spot } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { stopped } from "./gate.ts";
import { typeInsult } from "./reading.ts";

const WARNED = "ARRÊTEZ DE VOUS PLAINDRE, ON A DÉJÀ RÉPONDU !!!";
const ANYWAY = /publier quand même$/i;

async function blocked(session: Session, spot: Spot): Promise<{ desk: Desk; overlay: Overlay }> {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await stopped(desk, overlay, "button");
  return { desk, overlay };
}

async function anyway(overlay: Overlay): Promise<Control | undefined> {
  return (await overlay.gate())?.buttons.find((one) => ANYWAY.test(one.name));
}

/** Time that must go by because the behaviour is about time. */
async function passes(desk: Desk, milliseconds: number): Promise<void> {
  await desk.page.evaluate((long) => new Promise((resolve) => setTimeout(resolve, long)), milliseconds);
}

interface GateDecision {
  kind: string;
  network: string;
  verdict: string;
  rules: string[];
  decision: string;
  reason: string | null;
}

async function decisionKept(session: Session): Promise<GateDecision> {
  return await until("the decision in the store", async () => {
    const events = (await session.events()) as GateDecision[];
    return events.length === 1 && events[0];
  });
}

for (const spot of [plainForm, plainRich, reactForm]) {
  test(`${spot.name}: blocked, it takes a reason and a held button; a short press does nothing`, variants.open, async (session) => {
    await session.forgetEvents();
    const { desk, overlay } = await blocked(session, spot);
    equal("the button before a reason is given", (await anyway(overlay))?.disabled, true);
    const button = await overlay.waitForDecision("anyway");
    await overlay.press(button);
    await desk.settle();
    ok("the gate went away by itself", await overlay.gate());
    await desk.expectPosts([]);
    const { x, y } = await until("the button", () => anyway(overlay));
    await desk.page.mouse.move(x, y);
    await desk.page.mouse.down();
    await overlay.untilHeld();
    await desk.expectPosts([]);
    await desk.page.mouse.up();
    await desk.expectPosts([insultFor(spot).text]);
    const { kind, network, verdict, rules, decision, reason } = await decisionKept(session);
    equal("what is kept", { kind, network, verdict, decision, reason }, { kind: "gateDecision", network: "web", verdict: "block", decision: "publish", reason: "false-alarm" });
    ok(`the rules: ${rules.join(", ")}`, rules.includes("insult"));
    ok("the draft is kept", !JSON.stringify(await session.events()).includes(insultFor(spot).words));
  });
}

test("gate: a pointer that leaves the held button publishes nothing", variants.open, async (session) => {
  const { desk, overlay } = await blocked(session, plainForm);
  const button = await overlay.waitForDecision("anyway");
  await overlay.press(button);
  await desk.page.mouse.move(button.x, button.y);
  await desk.page.mouse.down();
  await overlay.untilHeld();
  await desk.page.mouse.move(5, 5);
  await until("the button to let go", () => anyway(overlay));
  await desk.page.mouse.move(button.x, button.y);
  await desk.page.mouse.up();
  await desk.expectPosts([]);
  ok("the gate went away", await overlay.gate());
});

test("gate: two presses more than a second apart publish, for those who cannot hold; two quick ones do not", variants.open, async (session) => {
  const { desk, overlay } = await blocked(session, plainForm);
  const button = await overlay.waitForDecision("anyway");
  await overlay.press(button);
  await until("to be told to press again", async () => /encore une fois/.test(await overlay.live()));
  await desk.page.mouse.click(button.x, button.y);
  await desk.settle();
  await desk.expectPosts([]);
  await passes(desk, 1100);
  await desk.page.mouse.click(button.x, button.y);
  await desk.expectPosts([insultFor(plainForm).text]);
});

test("gate: Space held on the button publishes too, and nothing of it falls into the draft", variants.open, async (session) => {
  const { desk, overlay } = await blocked(session, plainForm);
  await overlay.waitForDecision("anyway");
  await overlay.tabTo(await overlay.nameOf("anyway"));
  for (let at = 0; at < 6; at += 1) await desk.page.keyboard.down(" ");
  await overlay.untilHeld();
  await desk.page.keyboard.up(" ");
  await desk.expectPosts([insultFor(plainForm).text]);
});

test("gate: with motion reduced, the time left is told in words and nothing turns", variants.open, async (session) => {
  const { desk, overlay } = await blocked(session, plainForm);
  await desk.page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  const button = await overlay.waitForDecision("anyway");
  await overlay.press(button);
  await desk.page.mouse.move(button.x, button.y);
  await desk.page.mouse.down();
  const said = new Set<string>();
  await until("to let go", async () => {
    for (const { name } of (await overlay.gate())?.buttons ?? []) if (/encore|Relâchez/.test(name)) said.add(name);
    return [...said].some((name) => name.startsWith("Relâchez"));
  });
  ok(`it said ${[...said].join(" | ")}`, said.size >= 3);
  const turning = await desk.page.evaluate(() =>
    [...document.querySelectorAll("*")].some((element) => [...(element.shadowRoot?.querySelectorAll(".ring") ?? [])].some((ring) => ring.checkVisibility())),
  );
  equal("a ring that turns", turning, false);
  await desk.page.mouse.up();
  await desk.expectPosts([insultFor(plainForm).text]);
}, { only: "chrome" });

test("gate: a warning takes one press and no reason", variants.open, async (session) => {
  await session.forgetEvents();
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await desk.focus();
  await desk.insert(WARNED);
  await desk.send("button");
  await until("the gate", () => overlay.gate());
  equal("a reason is asked for", await overlay.reason(), undefined);
  await overlay.decide("anyway");
  await desk.expectPosts([WARNED]);
  const { decision, reason, verdict } = await decisionKept(session);
  equal("what is kept", { decision, reason, verdict }, { decision: "publish", reason: null, verdict: "warn" });
});

for (const kind of ["edit", "calm"] as const) {
  test(`gate: « ${kind} » is kept as decided`, variants.open, async (session) => {
    await session.forgetEvents();
    const { overlay } = await blocked(session, plainForm);
    await overlay.decide(kind);
    equal("the decision", (await decisionKept(session)).decision, kind);
  });
}

test("gate: where the brand says final, nothing publishes these words; others go", variants.strict, async (session) => {
  const { desk, overlay } = await blocked(session, plainForm);
  const gate = await until("the gate", () => overlay.gate());
  equal("a way to publish", gate.buttons.some((one) => /publier|maintenir/i.test(one.name)), false);
  ok(`it does not say why: ${gate.text}`, /marque/.test(gate.text));
  await overlay.decide("edit");
  await desk.send("ctrlEnter");
  await until("the gate again", () => overlay.gate());
  await desk.press("Escape");
  await until("the gate to go", async () => (await overlay.gate()) === null);
  await desk.expectPosts([]);
  await desk.erase();
  await desk.insert(courteousFor(plainForm));
  await desk.send("button");
  await desk.expectPosts([courteousFor(plainForm)]);
});

test("gate: nothing moves under the finger when the calmer version comes late", variants.delayable, async (session) => {
  await session.store({ e2eDelay: 0, e2eSuggestDelay: 1200 });
  const { desk, overlay } = await blocked(session, plainForm);
  const places = async (): Promise<string> => ((await overlay.gate())?.buttons ?? []).map(({ name, x, y }) => `${name} ${x} ${y}`).join("\n");
  const before = await places();
  await overlay.waitForDecision("calm");
  equal("the places of the buttons", await places(), before);
  await session.store({ e2eSuggestDelay: 0 });
  await desk.expectPosts([]);
});
