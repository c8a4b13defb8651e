import { build } from "esbuild";
import path from "node:path";
import { fixtures } from "./paths.ts";

export interface Bundle {
  script: string;
  style: string;
}

/** Builds a script of the fixtures for the page, with the style sheets it imports. */
export async function bundle(entry: string): Promise<Bundle> {
  const result = await build({
    entryPoints: [path.join(fixtures, entry)],
    outdir: "unwritten",
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    // Draft.js takes Node's name for the global object for granted.
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "warning",
  });
  const textOf = (kind: string): string => result.outputFiles.find((one) => one.path.endsWith(kind))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}
