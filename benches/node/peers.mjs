// Other ways of looking for words in a text, to set our figures beside. They do less: no sentence, no
// guard, no message, no replacement. They are a bar for time only.
import { readFileSync } from "node:fs";
import { text as alex } from "alex";
import { LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";
import leoProfanity from "leo-profanity";
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from "obscenity";
import { retext } from "retext";
import retextProfanities from "retext-profanities";
import vader from "vader-sentiment";

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const profanities = retext().use(retextProfanities);
const harper = new LocalLinter({ binary: binaryInlined });
await harper.setup();
const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${["fr", "en"].flatMap(lexicon).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** Name → function that looks through a text. */
export const PEERS = {
  "our lexicon as one JS RegExp": (text) => text.match(words),
  "obscenity": (text) => matcher.getAllMatches(text),
  "leo-profanity": (text) => leoProfanity.check(text),
  "vader-sentiment": (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text),
  "retext-profanities": (text) => profanities.processSync(text),
  "alex": (text) => alex(text),
};

/** The same, of those that answer with a promise. */
export const PEERS_IN_TIME = {
  "harper.js": (text) => harper.lint(text),
};

/** Stops what would keep the process alive. */
export async function dismiss() {
  await harper.dispose?.();
}

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
