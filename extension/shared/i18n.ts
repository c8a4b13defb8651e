/** Words of the interface: a typed door to `browser.i18n`, and plurals, which it lacks. */

declare const browser: typeof chrome;

type Messages = typeof import("../_locales/en/messages.json");

/** Every key of `_locales/en/messages.json`. */
export type MessageKey = Extract<keyof Messages, string>;

/** Keys that exist as `name_one` and `name_other`. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Name}_one` ? Name : never) : never;

/** The language the interface speaks: that of the messages the browser chose among ours, never another. */
export function uiLanguage(): "fr" | "en" {
  return browser.i18n.getMessage("uiLanguage") === "en" ? "en" : "fr";
}

/** The message of this key, with its placeholders filled. */
export function t(key: MessageKey, ...substitutions: Array<string | number>): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}

/** The message of this key for `count` things; `$1` is the count. */
export function plural(key: PluralKey, count: number): string {
  const form = new Intl.PluralRules(uiLanguage()).select(count) === "one" ? "one" : "other";
  return t(`${key}_${form}` as MessageKey, count);
}
