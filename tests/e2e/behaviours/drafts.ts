import type { Spot } from "../harness/stages.ts";

/** One draft to type, and what must be found in it. */
export interface Draft {
  text: string;
  /** The words that must be underlined: these, and nothing of the sentences around them. */
  words: string;
  sentence: string;
}

export const INSULT: Record<"fr" | "en", Draft> = {
  fr: {
    text: "Bonjour Camille. Vous êtes un imbécile. Bonne journée.",
    words: "imbécile",
    sentence: "Vous êtes un imbécile.",
  },
  en: { text: "Hello Priya. You are an idiot. Have a nice day.", words: "idiot", sentence: "You are an idiot." },
};

export const COURTEOUS: Record<"fr" | "en", string> = {
  fr: "Bonjour, nous sommes désolés. Écrivez-nous en message privé, nous cherchons votre colis.",
  en: "Hello, we are sorry about this. Please send us a private message so that we can help.",
};

function languageOf(spot: Spot): "fr" | "en" {
  return spot.comment?.lang ?? "fr";
}

export function insultFor(spot: Spot): Draft {
  return INSULT[languageOf(spot)];
}

export function courteousFor(spot: Spot): string {
  return COURTEOUS[languageOf(spot)];
}
