// The core in WebAssembly and its peers, in the same process: one JSON line for `cargo xtask bench`.
import { readFileSync } from "node:fs";
import { LANGUAGES, LENGTHS, drafts } from "./drafts.mjs";
import { measure, measureInTime } from "./measure.mjs";
import { PEERS, PEERS_IN_TIME, dismiss } from "./peers.mjs";
import { checkReply, initSync } from "../../pkg/sangfroid.js";

initSync({ module: readFileSync(new URL("../../pkg/sangfroid_bg.wasm", import.meta.url)) });
const engines = { "WebAssembly": (draft) => checkReply({ draft }), ...PEERS };

const figures = {};
for (const [name, check] of Object.entries(PEERS_IN_TIME)) {
  figures[name] = {};
  for (const language of LANGUAGES) {
    for (const length of LENGTHS) {
      figures[name][`${language} ${length}`] = await measureInTime(check, drafts(language, length));
    }
  }
}
await dismiss();
for (const [name, check] of Object.entries(engines)) {
  figures[name] = {};
  for (const language of LANGUAGES) {
    for (const length of LENGTHS) {
      figures[name][`${language} ${length}`] = measure(check, drafts(language, length));
    }
  }
}
console.log(JSON.stringify(figures));
