// docs/COVERAGE.md from the last whole run in each browser: node tests/e2e/coverage.mjs --write | --check
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { root } from "./bundle.mjs";

const BROWSERS = { chrome: "Chromium", firefox: "Firefox" };
const page = path.join(root, "docs/COVERAGE.md");

/** The tables of one browser, as `harness/coverage.ts` keeps them. */
async function tablesOf(browser) {
  const file = path.join(root, `target/e2e/coverage-${browser}.json`);
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new Error(`no ${file}: run all the tests in ${BROWSERS[browser]} first`);
  }
}

/** The reasons given below a table, each once, under a number. */
class Reasons {
  #all = [];

  numberOf(why) {
    if (!this.#all.includes(why)) this.#all.push(why);
    return this.#all.indexOf(why) + 1;
  }

  get lines() {
    return this.#all.map((why, at) => `${at + 1}. ${why}`);
  }
}

/** One word for what both browsers had to say of a cell. */
function word(outcomes, reasons) {
  const states = outcomes.map((outcome) => outcome?.state ?? "not tried");
  if (states.every((state) => state === "not applicable")) return `– (${reasons.numberOf(outcomes[0].why)})`;
  if (states.every((state) => state === "passed")) return "yes";
  const where = Object.values(BROWSERS).filter((_, at) => states[at] === "passed");
  return where.length > 0 ? `${where.join(", ")} only` : states.includes("failed") ? "**no**" : "not tried";
}

function asMarkdown(tables) {
  const [{ title, rows, columns }] = tables;
  const reasons = new Reasons();
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const body = rows.map((row) => line([row, ...columns.map((column) => word(tables.map((table) => table.cells[row]?.[column]), reasons))]));
  const head = [line(["", ...columns]), line(["---", ...columns.map(() => "---")])];
  return [`## ${title}`, "", ...head, ...body, ...(reasons.lines.length > 0 ? ["", ...reasons.lines] : []), ""];
}

async function text() {
  const [first, second] = await Promise.all(Object.keys(BROWSERS).map(tablesOf));
  return [
    "# What works where",
    "",
    "Written from the end-to-end tests by `node tests/e2e/coverage.mjs --write`; `cargo xtask test` fails when it is out of date.",
    "“Yes” was seen in Chromium and in Firefox, with real mouse and keyboard, on pages that rebuild what is known of each site (`tests/e2e/fixtures/`), not on the sites themselves.",
    "",
    ...first.flatMap((table) => asMarkdown([table, second.find((one) => one.title === table.title) ?? { ...table, cells: {} }])),
  ].join("\n");
}

const wanted = await text();
if (process.argv.includes("--write")) await writeFile(page, wanted);
else if ((await readFile(page, "utf8").catch(() => "")) !== wanted) {
  console.error("docs/COVERAGE.md tells something else than the tests: node tests/e2e/coverage.mjs --write");
  process.exitCode = 1;
}
