import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { browserAsked, flag, option } from "./harness/args.ts";
import { launch } from "./harness/browser.ts";
import { Overlay } from "./harness/overlay.ts";
import { distOf, root } from "./harness/paths.ts";
import { FixtureServer } from "./harness/server.ts";
import { Session } from "./harness/session.ts";
import { Desk, practiceForm, practiceRich } from "./harness/stages.ts";
import { variants } from "./harness/variants.ts";
import { until } from "./harness/wait.ts";

const ANGRY = "Vous êtes vraiment un imbécile, apprenez à lire avant de commenter. Votre colis arrive demain.";
const COURTEOUS =
  "Bonjour Nadia, nous sommes désolés de cet accueil. Pouvez-vous nous écrire en message privé pour que nous en parlions avec la boutique ?";
const BREATH = 6;

/** Plays the scenario without a display, with a picture of each moment and a transcript. */
async function play(): Promise<void> {
  const folder = path.join(root, "target/demo");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const transcript: string[] = [];
  const tell = (line: string): void => {
    transcript.push(line);
    console.log(line);
  };

  const server = await FixtureServer.start();
  const session = await Session.start(browserAsked(), variants.open, server);
  try {
    await session.store({ breathSeconds: BREATH });
    const desk = await Desk.open(session, practiceForm);
    const overlay = new Overlay(desk);
    let pictures = 0;
    const picture = async (name: string): Promise<string> => {
      pictures += 1;
      const file = path.join(folder, `${String(pictures).padStart(2, "0")}-${name}.png`);
      await writeFile(file, await desk.page.screenshot());
      tell(`   [${path.relative(root, file)}]`);
      return file;
    };

    tell(`Sang-froid, ${session.browserName}, page d'entraînement.`);
    tell(`Commentaire de ${practiceForm.comment?.author ?? ""}.`);
    await desk.focus();
    await picture("focus");

    tell(`On tape : « ${ANGRY} »`);
    await desk.type(ANGRY);
    const underlined = await until("the underlines", async () => {
      const found = await overlay.underlined();
      return found.length > 0 && found;
    });
    const badge = await until("the badge", async () => {
      const seen = await overlay.badge();
      return seen && !seen.name.includes("…") && seen;
    });
    tell(`Souligné : ${underlined.map((words) => `« ${words} »`).join(", ")}. Pastille : ${badge.name}.`);
    await picture("underlined");

    await overlay.clickBadge();
    const card = await until("the card", () => overlay.card());
    tell(`Carte :\n${card.text.replaceAll(/^/gm, "      ")}`);
    await picture("card");
    await desk.press("Escape");

    tell("On appuie sur « Publier ».");
    await desk.send("button");
    const gate = await until("the gate", () => overlay.gate());
    tell(`Retenu. ${(await desk.posts()).length} réponse publiée.\n${gate.text.replaceAll(/^/gm, "      ")}`);
    await until("the calmer version to be ready", async () => {
      const seen = await overlay.gate();
      return seen && seen.buttons.some((one) => /sang-froid/i.test(one.name) && !one.disabled);
    });
    const gatePicture = await picture("gate");
    await desk.expectPosts([]);
    const wanted = option("picture");
    if (wanted) {
      await mkdir(path.dirname(path.resolve(wanted)), { recursive: true });
      await copyFile(gatePicture, path.resolve(wanted));
      tell(`   [${wanted}]`);
    }

    tell("On prend la version sang-froid.");
    await overlay.decide("calm");
    const calm = await until("the calmer draft", async () => {
      const text = await desk.draft();
      return text !== ANGRY && text;
    });
    tell(`Le brouillon devient : « ${calm} »`);
    await until("its verdict", async () => !((await overlay.badge())?.name ?? "…").includes("…"));
    await picture("calm");
    await desk.send("button");
    await desk.expectPosts([calm.trim()]);
    tell("Publié : 1 réponse.");
    await picture("posted");

    const other = desk.at(practiceRich);
    const otherOverlay = new Overlay(other);
    await other.focus();
    await otherOverlay.recordDialogs();
    tell(`Autre commentaire, de ${practiceRich.comment?.author ?? ""}. On tape : « ${COURTEOUS} »`);
    await other.type(COURTEOUS);
    await other.send("button");
    await other.expectPosts([calm.trim(), COURTEOUS]);
    const dialogs = await otherOverlay.dialogsSeen();
    tell(`Publié : 2 réponses, ${dialogs} fenêtre entre-temps.`);
    if (dialogs !== 0) throw new Error("a courteous reply was stopped");
    await picture("courteous");
  } finally {
    await session.stop();
    await server.stop();
    await writeFile(path.join(folder, "transcript.txt"), `${transcript.join("\n")}\n`);
  }
}

/** Opens a browser one can see on the practice page, and leaves it to the person. */
async function show(): Promise<void> {
  const driver = await launch(browserAsked(), { folder: distOf(browserAsked()), headless: false, width: 1200, height: 900 });
  const page = await driver.openExtensionPage("pages/practice.html");
  await page.bringToFront();
  console.log("The practice page is open. Type an angry reply, press « Publier », and see. Close the browser to end.");
  await new Promise((resolve) => driver.browser.once("disconnected", resolve));
}

try {
  await (flag("show") ? show() : play());
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
