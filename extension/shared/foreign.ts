/** Text of strangers, made safe to show. */

/** Control and format characters would let a stranger's text reorder or hide what stands around it; joiners make emoji. */
const INVISIBLE = /(?![\n\t\u200D])[\p{Cc}\p{Cf}]/gu;

/** Text written by someone else, safe to show: direction marks and control characters made visible. */
export function foreign(text: string, longest = 600): string {
  const shown = text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
  return shown.replaceAll(INVISIBLE, (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}
