import { equal } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { insultFor } from "./drafts.ts";
import { stopped } from "./gate.ts";
import { typeInsult } from "./reading.ts";
import { spots } from "./spots.ts";

for (const spot of spots) {
  test(`${spot.name}: the gate's buttons are deaf to events no person made`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, "button");
    await overlay.waitForDecision("anyway");
    await desk.page.evaluate(() => {
      const hosts = [...document.querySelectorAll("*")].filter((element) => element.shadowRoot);
      const targets = hosts.flatMap((host) => [host, ...(host.shadowRoot?.querySelectorAll("button, [role=button], [tabindex]") ?? [])]);
      for (const target of targets) {
        if (target instanceof HTMLElement) target.click();
        for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
          const Kind = type.startsWith("pointer") ? PointerEvent : MouseEvent;
          target.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true, button: 0 }));
        }
        for (const key of ["Enter", " ", "Escape"]) {
          for (const type of ["keydown", "keypress", "keyup"]) {
            target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, composed: true }));
          }
        }
      }
      for (const key of ["Enter", "Escape"]) {
        document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true }));
        window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
      }
    });
    await desk.settle();
    equal("the gate still stands", (await overlay.gate()) !== null, true);
    equal("the draft", (await desk.draft()).trim(), insultFor(spot).text);
    await desk.expectPosts([]);
    await overlay.decide("anyway");
    await desk.expectPosts([insultFor(spot).text]);
  });

  test(`${spot.name}: a script that presses the site's button while the gate stands posts nothing`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, "button");
    await desk.page.$eval(spot.button, (button) => {
      for (let at = 0; at < 3; at += 1) (button as HTMLElement).click();
      button.closest("form")?.requestSubmit();
    });
    await desk.expectPosts([]);
  });
}
