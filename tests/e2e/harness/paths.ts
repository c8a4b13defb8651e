import path from "node:path";
import process from "node:process";
import { option } from "./args.ts";

/** The launcher (bundle.mjs) has moved to the root of the repository. */
export const root = process.cwd();
export const scratch = path.join(root, "target/e2e");
export const fixtures = path.join(root, "tests/e2e/fixtures");

/** The built extension; `--dist` names another folder than `dist/`. */
export function distOf(browser: string): string {
  return path.join(path.resolve(option("dist") ?? "dist"), browser);
}
