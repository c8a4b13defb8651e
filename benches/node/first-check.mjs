// Compile, instantiate, first check: in a process of its own, because an engine keeps what it compiled.
// Prints the milliseconds.
import { readFileSync } from "node:fs";
import { drafts } from "./drafts.mjs";
import { checkReply, initSync } from "../../pkg/sangfroid.js";

const module = readFileSync(new URL("../../pkg/sangfroid_bg.wasm", import.meta.url));
const [draft] = drafts("fr", 280);

// A slow check is told on the console, which here is our output.
console.debug = () => {};

const started = performance.now();
initSync({ module });
checkReply({ draft });
console.log(performance.now() - started);
