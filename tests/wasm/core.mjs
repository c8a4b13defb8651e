// The core as the extension ships it, loaded in Node; and the same core as a native program.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as core from "../../pkg/sangfroid.js";

core.initSync({ module: readFileSync(new URL("../../pkg/sangfroid_bg.wasm", import.meta.url)) });

export { core };

/** What the native program answers to these requests, one by one. */
export function native(command, requests) {
  const program = process.env.SANGFROID_CLI;
  if (!program) throw new Error("SANGFROID_CLI names no program; `cargo xtask test --only webassembly` sets it");
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  const output = execFileSync(program, [command], { input, encoding: "utf8", maxBuffer: 64 << 20 });
  return output.trimEnd().split("\n").map((line) => JSON.parse(line));
}
