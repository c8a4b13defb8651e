import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { popupOn } from "./permission-changes.ts";
import { typeInsult } from "./reading.ts";

test("shortcuts: the popup lists them with their keys, and leads to where they are changed", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const popup = await popupOn(session, await desk.address());
  await popup.click("summary");
  const keys = await until("the keys", async () => {
    const found = await popup.$$eval("kbd", (all) => all.map((key) => key.textContent));
    return found.length > 0 && found;
  });
  equal("the keys", keys, ["Alt", "Shift", "S", "Alt", "Shift", "G"]);
  await popup.click("#shortcuts");
  await until("the browser's page of shortcuts", () =>
    session.browserName === "chrome"
      ? session.driver.browser.targets().some((target) => target.url().startsWith("chrome://extensions/shortcuts"))
      // The driver does not see Firefox's own pages: the popup closes once the browser has opened its page.
      : popup.evaluate(() => false).catch(() => true),
  );
});

test("shortcuts: in the page they are those of the browser, changed or taken away", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await desk.press("Alt", "Shift", "S");
  await until("the card", () => overlay.card());
  await desk.press("Escape");
  await desk.page.focus(plainForm.input);
  const changed = { active: true, pausedUntil: null, breathSeconds: 0, shortcuts: { "open-card": "", suggest: "Ctrl+Shift+Y" } };
  await session.tellTab(await desk.address(), { route: "stateChanged", payload: changed });
  await desk.page.bringToFront();
  await overlay.recordDialogs();
  await desk.press("Alt", "Shift", "S");
  await desk.press("Alt", "Shift", "G");
  await desk.settle();
  equal("dialogs seen", await overlay.dialogsSeen(), 0);
  await desk.press("Control", "Shift", "Y");
  await until("the calmer version", async () => (await overlay.panelButtons()).length > 1);
  ok("the draft took a letter", !/[SGY]$/i.test(await desk.draft()));
});
