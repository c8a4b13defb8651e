// Makes dist/chrome, dist/firefox and their zips from manifest.json, extension/ and pkg/.
// Usage: node extension/build.mjs [--out DIR]
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { archive } from "./build/archive.mjs";
import { bannedIn, weigh } from "./build/bans.mjs";
import { checkLocales } from "./build/locales.mjs";
import { checkVersions, manifestFor } from "./build/manifests.mjs";
import { renewableCore } from "./build/renewable-core.mjs";

const BROWSERS = ["chrome", "firefox"];
const GENERATED = ["sangfroid.js", "sangfroid_bg.wasm", "wire.d.ts"];

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const extension = join(root, "extension");

/** Stops the build with one clear sentence, no stack. */
class BuildError extends Error {}

/** The folder that receives everything. */
function outputFolder(argv) {
  const at = argv.indexOf("--out");
  if (at === -1) return join(root, "dist");
  const folder = argv[at + 1];
  if (folder === undefined) throw new BuildError("--out needs a folder.");
  return resolve(folder);
}

/** Names of the files of `folder` that end with one of `endings`, sorted. */
async function filesOf(folder, ...endings) {
  const names = await readdir(folder);
  return names.filter((name) => endings.some((ending) => name.endsWith(ending))).sort();
}

async function requireCore() {
  const present = await readdir(join(root, "pkg"));
  const missing = GENERATED.filter((name) => !present.includes(name));
  if (missing.length > 0) {
    throw new BuildError(`pkg/ lacks ${missing.join(", ")}: run \`cargo xtask build\`, which makes the core first.`);
  }
}

/** The script of a network: its description, handed to the content script. */
function networkEntry(name) {
  return {
    contents: `import { ${camelCase(name)} } from "./networks/${name}.ts"; import { offer } from "./offered.ts"; offer(${camelCase(name)});`,
    resolveDir: join(extension, "sites"),
    loader: "ts",
  };
}

const camelCase = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The kinds of script, written once; both browsers get the same bytes. */
async function bundle(folder) {
  const common = {
    bundle: true,
    write: true,
    minify: false,
    charset: "utf8",
    legalComments: "eof",
    target: ["chrome148", "firefox148"],
    absWorkingDir: root,
    logLevel: "warning",
  };
  // Into every page of a site: as small as it gets.
  const injected = { ...common, format: "iife", minify: true };
  const pages = await filesOf(join(extension, "pages"), ".html");
  const networks = (await filesOf(join(extension, "sites/networks"), ".ts")).filter((name) => name !== "index.ts");
  await Promise.all([
    build({ ...injected, entryPoints: { content: "extension/content/start.ts" }, outdir: folder }),
    ...networks.map((name) => build({ ...injected, stdin: networkEntry(basename(name, ".ts")), outfile: join(folder, "sites", name.replace(/\.ts$/, ".js")) })),
    build({
      ...common,
      format: "esm",
      entryPoints: { background: "extension/background/main.ts" },
      outdir: folder,
      plugins: [renewableCore],
    }),
    build({
      ...common,
      format: "esm",
      entryPoints: pages.map((page) => `extension/pages/${basename(page, ".html")}.ts`),
      outdir: join(folder, "pages"),
    }),
  ]);
}

async function copyStatic(folder) {
  const copy = (from, to = from) => cp(join(extension, from), join(folder, to), { recursive: true });
  await Promise.all([
    copy("_locales"),
    ...(await filesOf(join(extension, "icons"), ".png")).map((name) => copy(join("icons", name))),
    ...(await filesOf(join(extension, "pages"), ".html", ".css")).map((name) => copy(join("pages", name))),
    cp(join(root, "pkg/sangfroid_bg.wasm"), join(folder, "pkg/sangfroid_bg.wasm")),
  ]);
}

/** Refuses scripts for pages that do what they may not, or weigh too much; gives the most that one page loads. */
async function checkInjected(folder) {
  const networks = await Promise.all((await filesOf(join(folder, "sites"), ".js")).map((name) => readFile(join(folder, "sites", name), "utf8")));
  const content = await readFile(join(folder, "content.js"), "utf8");
  const heaviest = networks.toSorted((one, other) => other.length - one.length)[0] ?? "";
  const { gzip, problems } = weigh([content, heaviest]);
  const all = [...bannedIn("content.js", content), ...networks.flatMap((source) => bannedIn("sites/", source)), ...problems];
  if (all.length > 0) throw new BuildError(all.join("\n"));
  return gzip;
}

async function main() {
  const output = outputFolder(process.argv.slice(2));
  await requireCore();
  const manifest = JSON.parse(await readFile(join(root, "manifest.json"), "utf8"));
  const problems = [...(await checkVersions(root, manifest)), ...(await checkLocales(root))];
  if (problems.length > 0) throw new BuildError(problems.join("\n"));

  for (const browser of BROWSERS) {
    const folder = join(output, browser);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await Promise.all([
      bundle(folder),
      copyStatic(folder),
      writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifestFor(browser, manifest), null, 2)}\n`),
    ]);
    const weight = await checkInjected(folder);

    const zip = join(output, `sangfroid-${manifest.version}-${browser}.zip`);
    const { bytes, sha256 } = await archive(folder);
    await writeFile(zip, bytes);
    console.log(`${basename(zip)}  ${bytes.length} bytes  scripts of a page ${weight} bytes gzip at most  sha256 ${sha256}`);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
