// The same drafts as benches/native.rs, from the same sentences.
import { readFileSync } from "node:fs";

const VARIANTS = 12;
const sentences = JSON.parse(readFileSync(new URL("../drafts.json", import.meta.url), "utf8"));

export const LANGUAGES = ["fr", "en"];
export const LENGTHS = [280, 2000, 20000];

/** Drafts of `length` characters (Unicode scalar values), each beginning with another sentence. */
export function drafts(language, length) {
  const own = sentences[language];
  return Array.from({ length: VARIANTS }, (_, variant) => {
    const characters = [];
    let next = Math.floor((variant * own.length) / VARIANTS);
    while (characters.length < length) {
      characters.push(...own[next % own.length], " ");
      next += 1;
    }
    return characters.slice(0, length).join("");
  });
}
