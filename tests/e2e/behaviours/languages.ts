import { ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainRich } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { stopped } from "./gate.ts";
import { typeInsult } from "./reading.ts";

const words = {
  fr: { anyway: /publier quand même/i, edit: /Modifier/, calm: /Version sang-froid/i, never: /\b(the|Publish|your|reply)\b/ },
  en: { anyway: /post anyway/i, edit: /Edit/, calm: /(Cool|Calm|Sang)/i, never: /\b(Publier|votre|réponse|Modifier)\b/ },
} as const;

for (const [locale, variant] of [["fr", variants.open], ["en", variants.english]] as const) {
  for (const spot of [plainForm, plainRich]) {
    test(`${spot.name}: the overlay speaks ${locale} to a person who reads ${locale}, whatever the draft`, variant, async (session) => {
      const desk = await Desk.open(session, spot);
      const overlay = new Overlay(desk);
      const underlined = await typeInsult(desk, overlay);
      await overlay.clickBadge();
      const card = await until("the card", () => overlay.card());
      // The fix is in the language of the draft, the rest in the person's.
      const said = [card.why, card.source].join(" ");
      ok(`the card does not speak ${locale}: ${card.text}`, !words[locale].never.test(said));
      ok("no words", underlined);
      await desk.press("Escape");
      await desk.page.focus(spot.input);
      await stopped(desk, overlay, "button");
      const gate = await until("the gate", () => overlay.gate());
      for (const wanted of [words[locale].anyway, words[locale].edit, words[locale].calm]) {
        ok(`no button ${wanted}: ${gate.buttons.map((one) => one.name).join(" | ")}`, gate.buttons.some((one) => wanted.test(one.name)));
      }
    });
  }

  for (const file of ["popup", "onboarding", "practice", "evidence"]) {
    test(`${file} speaks ${locale}`, variant, async (session) => {
      const page = await session.openOurs(`pages/${file}.html`);
      const text = await until("the page to be drawn", () =>
        page.evaluate(() => document.body.innerText.length > 60 && { text: document.body.innerText, lang: document.documentElement.lang }),
      );
      ok(`<html lang="${text.lang}">`, text.lang === locale);
      const marks = { fr: /Activer|Pause|entraînement|Preuves/, en: /practice|Pause|Turn|networks|Evidence/i };
      ok(`not ${locale}: ${text.text.slice(0, 200)}`, marks[locale].test(text.text));
      ok("a placeholder is unfilled", !/__MSG_|\$[A-Z]+\$/.test(text.text));
    });
  }
}
