// The build's own promises: what each browser is given, what is refused, the same zip each time.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { archive } from "../../extension/build/archive.mjs";
import { bannedIn, weigh } from "../../extension/build/bans.mjs";
import { checkLocales } from "../../extension/build/locales.mjs";
import { checkVersions, manifestFor } from "../../extension/build/manifests.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const source = JSON.parse(await readFile(join(root, "manifest.json"), "utf8"));
let scratch;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), "sangfroid-build-"));
});
after(() => rm(scratch, { recursive: true, force: true }));

test("each browser is given its own manifest, and nothing of the other's", () => {
  const chrome = manifestFor("chrome", source);
  const firefox = manifestFor("firefox", source);
  assert.deepEqual(chrome.background, { service_worker: "background.js", type: "module" });
  assert.deepEqual(firefox.background, { scripts: ["background.js"], type: "module" });
  assert.equal(chrome.browser_specific_settings, undefined);
  assert.equal(firefox.minimum_chrome_version, undefined);
  assert.equal(typeof chrome.minimum_chrome_version, "string");
  assert.equal(typeof firefox.browser_specific_settings.gecko.id, "string");
});

test("the manifest keeps its promises", () => {
  for (const absent of ["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) {
    assert.ok(!(absent in source), absent);
  }
  assert.deepEqual(source.permissions, ["activeTab", "alarms", "scripting", "storage"]);
  const policy = source.content_security_policy.extension_pages;
  for (const part of ["default-src 'none'", "connect-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"]) {
    assert.ok(policy.includes(part), part);
  }
  assert.ok(!/https?:|unsafe-eval'|\*/.test(policy.replace("'wasm-unsafe-eval'", "")), policy);
});

test("every host offered on the onboarding page can be switched in the browser's own settings too", async () => {
  const networks = await readFile(join(root, "extension/pages/networks.ts"), "utf8");
  const hosts = [...networks.matchAll(/hosts: \[([^\]]+)\]/g)].flatMap(([, list]) => [...list.matchAll(/"([^"]+)"/g)].map(([, host]) => host));
  assert.ok(hosts.length >= 12);
  const named = source.optional_host_permissions.filter((pattern) => !pattern.includes("*/*"));
  assert.deepEqual(named.toSorted(), hosts.map((host) => `https://${host}/*`).toSorted());
});

test("what reaches the network, runs text or writes HTML is refused in the content bundle", () => {
  const banned = [
    "fetch('x')", "window.fetch ('x')", "new XMLHttpRequest()", "new WebSocket(u)", "navigator.sendBeacon(u)",
    "new EventSource(u)", "new RTCPeerConnection()", "await import('x')", "new Image().src = u", "a.innerHTML = b",
    "a.outerHTML = b", "a.insertAdjacentHTML('x', b)", "document.execCommand('insertHTML', false, b)",
    "r.createContextualFragment(b)", "a.setHTMLUnsafe(b)", "document.write(b)", "document.writeln(b)", "eval(b)",
    "new Function(b)", "window.postMessage(b)",
  ];
  for (const line of banned) assert.equal(bannedIn("content.js", `a;\n${line};`).length, 1, line);
  const innocent = ["prefetched(x)", "retrieval(x)", "important(x)", "fetchless", "document.writable", "a.textContent = b"];
  for (const line of innocent) assert.deepEqual(bannedIn("content.js", line), [], line);
});

test("a content bundle beyond its budget is refused", () => {
  let seed = 1;
  const noise = Array.from({ length: 60_000 }, () => String.fromCharCode(33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90))).join("");
  assert.match(weigh([`"${noise.replaceAll(/[\\"]/g, "")}"`, "a"]).problems.join(), /budget/);
});

test("a zip is the same whatever the dates, the order of writing and the time zone", async () => {
  const files = { "b.js": "b", "a/z.txt": "z", "a.txt": "a", "é.txt": "e" };
  const fill = async (folder, names, date) => {
    await mkdir(join(folder, "a"), { recursive: true });
    for (const name of names) {
      await writeFile(join(folder, name), files[name]);
      await utimes(join(folder, name), date, date);
    }
  };
  await fill(join(scratch, "one"), Object.keys(files), new Date(2001, 1, 1));
  await fill(join(scratch, "two"), Object.keys(files).toReversed(), new Date(2020, 7, 7));
  const one = await archive(join(scratch, "one"));
  assert.equal(one.sha256, (await archive(join(scratch, "two"))).sha256);
  const elsewhere = (zone) =>
    spawnSync(
      process.execPath,
      ["--input-type=module", "-e", `import{archive}from${JSON.stringify(join(root, "extension/build/archive.mjs"))};console.log((await archive(process.argv[1])).sha256)`, join(scratch, "one")],
      { env: { ...process.env, TZ: zone }, encoding: "utf8" },
    ).stdout.trim();
  for (const zone of ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"]) assert.equal(elsewhere(zone), one.sha256, zone);
});

test("versions that disagree are named", async () => {
  const folder = join(scratch, "versions");
  await mkdir(folder);
  await writeFile(join(folder, "Cargo.toml"), '[workspace]\nmembers = ["."]\n\n[workspace.package]\nedition = "2024"\nversion = "1.2.3"\n');
  await writeFile(join(folder, "package.json"), '{"version":"1.2.3"}');
  assert.deepEqual(await checkVersions(folder, { version: "1.2.3" }), []);
  const [problem] = await checkVersions(folder, { version: "1.2.4" });
  assert.match(problem, /Cargo\.toml 1\.2\.3.*manifest\.json 1\.2\.4/);
});

test("messages: missing, unused, empty and mismatched ones are named; a sound set passes", async () => {
  const folder = join(scratch, "locales");
  const write = async (fr, en) => {
    for (const [name, messages] of Object.entries({ fr, en })) {
      await mkdir(join(folder, "extension/_locales", name), { recursive: true });
      await writeFile(join(folder, "extension/_locales", name, "messages.json"), JSON.stringify(messages));
    }
    return checkLocales(folder);
  };
  const message = (text, placeholders) => ({ message: text, ...(placeholders ? { placeholders } : {}) });
  const site = { site: { content: "$1" } };
  await mkdir(join(folder, "extension"), { recursive: true });
  await writeFile(join(folder, "manifest.json"), '{"name":"__MSG_name__"}');
  await writeFile(join(folder, "extension/a.html"), '<p data-i18n="intro"></p><i data-i18n-label="aside"></i>');
  await writeFile(join(folder, "extension/a.ts"), 't("direct", 1); plural("count", 2); const key = "table";');
  const sound = {
    name: message("n"), intro: message("i"), aside: message("a"), direct: message("$SITE$", site),
    count_one: message("un"), count_other: message("des"), table: message("t"),
  };
  assert.deepEqual(await write(sound, sound), []);

  const { intro, ...lacking } = sound;
  assert.match((await write(sound, lacking)).join(), /_locales\/en lacks "intro"/);
  assert.match((await write(lacking, lacking)).join(), /lacks "intro", used in .*a\.html/);
  assert.match((await write(lacking, sound)).join(), /_locales\/fr lacks "intro"/);
  assert.match((await write({ ...sound, idle: intro }, { ...sound, idle: intro })).join(), /nothing uses "idle"/);
  assert.match((await write(sound, { ...sound, intro: message(" ") })).join(), /"intro" is empty/);
  assert.match((await write(sound, { ...sound, direct: message("no site", site) })).join(), /uses \[\] but declares \[site\]/);
  assert.match((await write(sound, { ...sound, direct: message("$SITE$") })).join(), /uses \[site\] but declares \[\]/);
});

test("without the core, the build says what to run and writes nothing", async () => {
  const folder = join(scratch, "fresh");
  for (const part of ["extension/build.mjs", "extension/build", "manifest.json", "package.json", "Cargo.toml"]) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await mkdir(join(folder, "pkg"));
  await cp(join(root, "node_modules/esbuild"), join(folder, "node_modules/esbuild"), { recursive: true });
  await cp(join(root, "node_modules/fflate"), join(folder, "node_modules/fflate"), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "extension/build.mjs")], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /cargo xtask build/);
  assert.doesNotMatch(stderr, /\n\s+at /);
});
