// The background's core: loaded once, renewed after a trap, never an exception. The loader here has the shape
// of wasm-bindgen's, early return included, so that what the build does to the real one is done to it.
import assert from "node:assert/strict";
import { build } from "esbuild";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { renewableCore } from "../../extension/build/renewable-core.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const LOADER = `
let wasm;
export function checkReply(request) { return wasm.check(request); }
export function analyzeComment(request) { return wasm.check(request); }
export function adviseModeration(request) { return wasm.check(request); }
export function suggestReplies(request) { return wasm.check(request); }
function initSync(module) {
    if (wasm !== undefined) return wasm;

    const instance = new WebAssembly.Instance(module.module, {});
    wasm = globalThis.fakeInstance(instance);
    return wasm;
}
export { initSync };
`;
const composer = { draft: "Bonjour", comment: null, author: null, network: "x", visibility: "public", age: null, limit: null };

let scratch;
let core;
let instances;
let fetches;
let behaviour;

async function bundled(loader) {
  const folder = await mkdtemp(join(scratch, "core-"));
  await mkdir(join(folder, "pkg"));
  await writeFile(join(folder, "pkg/sangfroid.js"), loader);
  const fake = { name: "fake", setup: (b) => b.onResolve({ filter: /pkg\/sangfroid\.js$/ }, () => ({ path: join(folder, "pkg/sangfroid.js") })) };
  const { outputFiles } = await build({
    entryPoints: [join(root, "extension/background/core.ts")],
    bundle: true,
    write: false,
    format: "esm",
    plugins: [fake, renewableCore],
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), "sangfroid-core-"));
});
after(() => rm(scratch, { recursive: true, force: true }));

beforeEach(async () => {
  instances = 0;
  fetches = 0;
  behaviour = () => "judged";
  globalThis.fakeInstance = () => {
    instances += 1;
    return { check: (request) => behaviour(request) };
  };
  globalThis.browser = { runtime: { getURL: (path) => `ext://${path}` }, i18n: { getMessage: () => "fr" } };
  globalThis.fetch = () => {
    fetches += 1;
    return Promise.resolve(new Response(EMPTY_MODULE));
  };
  const text = `${await bundled(LOADER)}\n// ${Math.random()}`;
  core = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
});

test("many questions at once load the core once", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => core.check(composer)));
  for (const answer of answers) assert.deepEqual(answer, { ok: true, value: "judged" });
  assert.deepEqual([fetches, instances], [1, 1]);
});

test("absent fields are left out, and the language of the interface goes with the draft", async () => {
  behaviour = (request) => request;
  assert.deepEqual((await core.check(composer)).value, { draft: "Bonjour", network: "x", visibility: "public", locale: "fr" });
  const { age, limit, ...full } = { ...composer, comment: "Mon colis ?", author: "Camille", age: 5, limit: 280 };
  assert.deepEqual((await core.suggest({ ...full, age, limit })).value, { ...full, locale: "fr", situation: { age, limit } });
});

test("a refusal of the core is said, and the instance kept", async () => {
  behaviour = () => { throw new Error("draft: not a text"); };
  assert.deepEqual(await core.check(composer), { ok: false, error: "draft: not a text" });
  behaviour = () => "judged";
  assert.deepEqual(await core.check(composer), { ok: true, value: "judged" });
  assert.equal(instances, 1);
});

for (const [name, crash] of [
  ["a trap", () => new WebAssembly.RuntimeError("unreachable")],
  ["an exhausted stack", () => new RangeError("Maximum call stack size exceeded")],
]) {
  test(`after ${name} the next question gets a new instance, without another download`, async () => {
    behaviour = () => { throw crash(); };
    assert.equal((await core.check(composer)).ok, false);
    behaviour = () => "judged";
    assert.deepEqual(await core.check(composer), { ok: true, value: "judged" });
    assert.deepEqual([fetches, instances], [1, 2]);
  });
}

test("a core that does not load is a failure told, and tried again at the next question", async () => {
  const good = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(new Response("not wasm"));
  assert.equal((await core.check(composer)).ok, false);
  globalThis.fetch = () => Promise.reject(new TypeError("no file"));
  assert.deepEqual(await core.check(composer), { ok: false, error: "no file" });
  globalThis.fetch = good;
  assert.deepEqual(await core.check(composer), { ok: true, value: "judged" });
});

test("a loader that no longer looks as expected stops the build", async () => {
  await assert.rejects(bundled(LOADER.replace("return wasm;\n\n", "{ return wasm; }\n\n")), /renewable-core/);
});
