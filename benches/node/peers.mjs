// Other ways of looking for words in a text, to set our figures beside. They do less: no sentence, no
// guard, no message, no replacement. They are a bar for time only.
import { readFileSync } from "node:fs";
import leoProfanity from "leo-profanity";
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from "obscenity";

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${["fr", "en"].flatMap(lexicon).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** Name → function that looks through a text. */
export const PEERS = {
  "our lexicon as one JS RegExp": (text) => text.match(words),
  "obscenity": (text) => matcher.getAllMatches(text),
  "leo-profanity": (text) => leoProfanity.check(text),
};

/** The forms of our own lexicon, as pieces of a regular expression. */
function lexicon(language) {
  const file = new URL(`../../src/lexicon/${language}.tsv`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes("\t") && !line.startsWith("#"))
    .map((line) => toRegExp(line.split("\t")[0]));
}

/** `idiot(e)(s)` becomes `idiot(?:e)?(?:s)?`; `(a|b)` at the start of a word stays a choice. */
function toRegExp(forms) {
  return forms
    .replaceAll(/[.*+?^${}[\]\\]/g, "\\$&")
    .replaceAll(/(?<=\p{L}|\))\(([^()]*)\)/gu, "(?:$1)?")
    .replaceAll(/(?<!\\)\((?!\?)/g, "(?:")
    .replaceAll(" ", "\\s+");
}
