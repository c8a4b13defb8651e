import assert from "node:assert/strict";
import { test } from "node:test";
import { changeBetween, desired, isGranted, patternFor } from "../../extension/background/origins.ts";

const X = "https://x.com/*";
const META = "https://www.facebook.com/*";

test("nothing granted, nothing registered", () => {
  assert.deepEqual(desired([]), []);
  assert.deepEqual(desired(["file:///*", "moz-extension://abc/*", "ftp://host/*"]), []);
});

test("one registration for all granted origins, whatever their order and doubles", () => {
  const [one, ...more] = desired([X, META, X]);
  assert.equal(more.length, 0);
  assert.deepEqual(one?.matches, [META, X]);
  assert.equal(one?.runAt, "document_start");
  assert.equal(one?.persistAcrossSessions, true);
  assert.deepEqual(desired([META, X]), desired([X, META, X]));
});

test("<all_urls> is read as the web only", () => {
  assert.deepEqual(desired(["<all_urls>"])[0]?.matches, ["http://*/*", "https://*/*"]);
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
      assert.deepEqual([...result.values()], desired(after), `${before} → ${after}`);
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
