/** Whether an event of the page presses a shortcut as the browser writes it: « Alt+Shift+S », on a Mac « ⌥⇧S ». */

const SYMBOLS: Record<string, string> = { "⌥": "Alt+", "⇧": "Shift+", "⌘": "Command+", "⌃": "MacCtrl+" };

/** True when exactly these keys are pressed; an empty shortcut is never pressed. */
export function isPressed(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.replaceAll(/[⌥⇧⌘⌃]/g, (symbol) => SYMBOLS[symbol] ?? "").split("+");
  const key = keys.pop();
  if (!key) return false;
  const has = (...names: string[]) => names.some((name) => keys.includes(name));
  if (event.altKey !== has("Alt") || event.shiftKey !== has("Shift") || event.ctrlKey !== has("Ctrl", "MacCtrl") || event.metaKey !== has("Command")) return false;
  // With Alt held, some keyboards give another character: then the place of the key decides.
  return event.key.toUpperCase() === key.toUpperCase() || event.code === `Key${key}` || event.code === `Digit${key}`;
}
