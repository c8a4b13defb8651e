// Brings the *.test.ts of this folder to Node's runner: pure functions of the extension, without a browser.
import { build } from "esbuild";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const names = (await readdir(here)).filter((name) => name.endsWith(".test.ts")).sort();
const { outputFiles } = await build({
  entryPoints: names.map((name) => join(here, name)),
  outdir: here, // nothing is written there: it only names the outputs
  write: false,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
for (const { contents } of outputFiles) {
  await import(`data:text/javascript;base64,${Buffer.from(contents).toString("base64")}`);
}
