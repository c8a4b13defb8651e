import assert from "node:assert/strict";
import { test } from "node:test";
import { isPressed } from "../../extension/content/shortcut.ts";

const NONE = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };

function event(key: string, code: string, held: Partial<typeof NONE>): KeyboardEvent {
  return { key, code, ...NONE, ...held } as KeyboardEvent;
}

test("a shortcut is pressed by exactly its keys", () => {
  assert.ok(isPressed(event("S", "KeyS", { altKey: true, shiftKey: true }), "Alt+Shift+S"));
  assert.ok(!isPressed(event("s", "KeyS", { altKey: true }), "Alt+Shift+S"));
  assert.ok(!isPressed(event("S", "KeyS", { altKey: true, shiftKey: true, ctrlKey: true }), "Alt+Shift+S"));
  assert.ok(!isPressed(event("G", "KeyG", { altKey: true, shiftKey: true }), "Alt+Shift+S"));
  assert.ok(isPressed(event("y", "KeyY", { ctrlKey: true, shiftKey: true }), "Ctrl+Shift+Y"));
  assert.ok(isPressed(event("F6", "F6", { ctrlKey: true }), "Ctrl+F6"));
});

test("a Mac writes it with signs, and types another letter with Alt held", () => {
  assert.ok(isPressed(event("Í", "KeyS", { altKey: true, shiftKey: true }), "⌥⇧S"));
  assert.ok(isPressed(event("k", "KeyK", { metaKey: true }), "⌘K"));
});

test("a shortcut that was taken away is never pressed", () => {
  assert.ok(!isPressed(event("", "", {}), ""));
  assert.ok(!isPressed(event("S", "KeyS", { altKey: true, shiftKey: true }), ""));
});
