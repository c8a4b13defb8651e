import assert from "node:assert/strict";
import { test } from "node:test";
import { readdir } from "node:fs/promises";
import { addressOf, changeBetween, desired, isGranted, patternFor, scriptsFor } from "../../extension/background/origins.ts";
import { NETWORKS } from "../../extension/sites/networks/index.ts";

const X = "https://x.com/*";
const FORUM = "https://forum.example/*";
const BLOG = "https://blog.example/*";
const META = "https://www.facebook.com/*";

test("nothing granted, nothing registered", () => {
  assert.deepEqual(desired([]), []);
  assert.deepEqual(desired(["file:///*", "moz-extension://abc/*", "ftp://host/*"]), []);
});

test("one registration for each network, one for all other origins, whatever their order and doubles", () => {
  const registrations = desired([X, FORUM, META, BLOG, X]);
  assert.deepEqual(
    registrations.map(({ js, matches, excludeMatches }) => ({ js, matches, excludeMatches })),
    [
      { js: ["sites/facebook.js", "content.js"], matches: [META], excludeMatches: [] },
      { js: ["sites/x.js", "content.js"], matches: [X], excludeMatches: [] },
      { js: ["content.js"], matches: [BLOG, FORUM], excludeMatches: [META, X] },
    ],
  );
  for (const one of registrations) assert.deepEqual([one.runAt, one.allFrames, one.persistAcrossSessions], ["document_start", true, true]);
  assert.deepEqual(desired([META, X, BLOG, FORUM]), registrations);
});

test("every page is entered once, and a network's with its own script, however it was granted", () => {
  const pages = ["https://x.com/home", "https://twitter.com/a", "https://www.linkedin.com/feed/", "https://blog.example/a"];
  for (const granted of [["https://*/*"], ["*://*/*"], ["<all_urls>"], [X, "https://*/*"]]) {
    for (const page of pages) {
      const entering = desired(granted).filter(({ matches, excludeMatches }) => isGranted(page, matches) && !isGranted(page, excludeMatches));
      assert.deepEqual(entering.map(({ js }) => js), [scriptsFor(page)], `${page} with ${granted}`);
    }
  }
});

test("every network has a script, and no host belongs to two", async () => {
  const files = (await readdir("extension/sites/networks")).filter((name) => name !== "index.ts");
  assert.deepEqual(Object.keys(NETWORKS).map((name) => `${name}.ts`).toSorted(), files.toSorted());
  const hosts = Object.values(NETWORKS).flatMap((site) => site.hosts);
  assert.equal(new Set(hosts).size, hosts.length);
});

test("<all_urls> is read as the web only", () => {
  assert.deepEqual(desired(["<all_urls>"]).at(-1)?.matches, ["http://*/*", "https://*/*"]);
});

test("from any set of grants to any other, the change leads exactly there", () => {
  const sets = [[], [X], [META], [X, META], ["https://*/*"], ["<all_urls>"]];
  for (const before of sets) {
    for (const after of sets) {
      const registered = desired(before);
      const { add, update, remove } = changeBetween(registered, desired(after));
      const result = new Map(registered.map((one) => [one.id, one]));
      for (const id of remove) assert.ok(result.delete(id), "removes only what is there");
      for (const one of update) assert.ok(result.has(one.id), "updates only what is there");
      for (const one of add) assert.ok(!result.has(one.id), "adds only what is not there");
      for (const one of [...update, ...add]) result.set(one.id, one);
      const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
      assert.deepEqual([...result.values()].toSorted(byId), desired(after).toSorted(byId), `${before} → ${after}`);
    }
  }
});

test("nothing changes where nothing differs, though the browser adds fields and reorders", () => {
  const registered = desired([X, META]).map((one) => ({ ...one, matches: one.matches.toReversed(), world: "ISOLATED" }));
  assert.deepEqual(changeBetween(registered, desired([META, X])), { add: [], update: [], remove: [] });
});

test("a registration of an older version is updated, a stranger removed", () => {
  const [current] = desired([X]);
  assert.ok(current !== undefined);
  const change = changeBetween([{ ...current, js: ["old.js"] }, { id: "gone", matches: [X] }], desired([X]));
  assert.deepEqual(change, { add: [], update: [current], remove: ["gone"] });
  const [forum] = desired([FORUM]);
  assert.deepEqual(changeBetween([{ ...forum, id: "sangfroid", excludeMatches: [X] }], desired([FORUM])).update, [forum], "what is left out counts");
});

test("granted pages are recognised", () => {
  const cases: [string, string[], boolean][] = [
    ["https://x.com/home?q=1", [X], true],
    ["http://x.com/", [X], false],
    ["https://evil-x.com/", [X], false],
    ["https://x.com.evil.example/", [X], false],
    ["https://sub.x.com/", [X], false],
    ["https://sub.x.com/", ["https://*.x.com/*"], true],
    ["https://x.com/", ["https://*.x.com/*"], true],
    ["https://notx.com/", ["https://*.x.com/*"], false],
    ["http://localhost:8080/a", ["http://localhost/*"], true],
    ["http://localhost:8080/a", ["http://localhost:8080/*"], true],
    ["http://localhost:8081/a", ["http://localhost:8080/*"], false],
    ["https://any.example/", ["https://*/*"], true],
    ["http://any.example/", ["https://*/*"], false],
    ["http://any.example/", ["*://*/*"], true],
    ["https://any.example/", ["<all_urls>"], true],
    ["chrome://extensions", ["<all_urls>"], false],
    ["about:blank", ["<all_urls>"], false],
    ["data:text/html,x", ["<all_urls>"], false],
    ["not an address", ["<all_urls>"], false],
  ];
  for (const [address, granted, expected] of cases) assert.equal(isGranted(address, granted), expected, `${address} with ${granted}`);
  assert.equal(isGranted(undefined, ["<all_urls>"]), false);
});

test("the pattern asked for is that of the site alone", () => {
  assert.equal(patternFor("https://x.com/home"), X);
  assert.equal(patternFor("http://localhost:8080/a"), "http://localhost/*");
  for (const closed of ["chrome://settings", "about:addons", "file:///etc/hosts", "https://addons.mozilla.org/fr/", undefined, "?"]) {
    assert.equal(patternFor(closed), null, String(closed));
  }
});

test("what is asked for is recognised once granted", () => {
  for (const address of ["https://x.com/a", "http://localhost:9000/", "https://www.example.co.uk/b?c#d"]) {
    const pattern = patternFor(address);
    assert.ok(pattern !== null && isGranted(address, [pattern]), address);
  }
});

test("a frame without an address speaks for the page that made it, a sandboxed one for nobody", () => {
  assert.equal(addressOf({ url: "https://x.com/home", origin: "https://x.com" }), "https://x.com/home");
  assert.equal(addressOf({ url: "about:blank", origin: "https://x.com" }), "https://x.com/");
  assert.equal(addressOf({ url: "about:srcdoc", origin: "null" }), "about:srcdoc");
  assert.equal(isGranted(addressOf({ url: "about:srcdoc", origin: "null" }), ["https://*/*"]), false);
  assert.equal(addressOf({ url: "about:blank" }), "about:blank");
  assert.equal(addressOf({}), undefined);
});
