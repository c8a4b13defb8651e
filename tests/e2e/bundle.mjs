// The tests are TypeScript; esbuild turns them into one module each time, so that nothing compiled is kept.
import { build } from "esbuild";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import process from "node:process";

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, "../..");

/** Bundles `entry` (a file of this folder) under target/e2e and runs it. */
export async function runBundled(entry) {
  process.setSourceMapsEnabled(true);
  process.chdir(root);
  const outfile = path.join(root, "target/e2e/bundle", `${path.basename(entry, ".ts")}-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(here, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  await import(pathToFileURL(outfile).href);
}
