/** The words for what the core says with codes. */

import type { Emotion, Finding, Kind, Posture, Reading, Report } from "../../pkg/wire";
import { t, type MessageKey } from "../shared/i18n";

/** How a draft feels: the word, its colour and its shape go together. */
export type Mood = "calm" | "tense" | "hot";

/** The mood of a report; the core's verdict and temperature said in one of three words. */
export function moodOf(report: Report): Mood {
  if (report.verdict === "block" || report.temperature >= 67) return "hot";
  return report.verdict === "warn" || report.temperature >= 34 ? "tense" : "calm";
}

export const MOODS: Record<Mood, MessageKey> = { calm: "moodCalm", tense: "moodTense", hot: "moodHot" };

export const SEVERITIES: Record<Finding["severity"], MessageKey> = {
  info: "severityInfo",
  advice: "severityAdvice",
  warn: "severityWarn",
  block: "severityBlock",
};

/** The shape beside a severity, the same as the badge's. */
export const SEVERITY_SHAPES: Record<Finding["severity"], string> = { info: "calm", advice: "offer", warn: "tense", block: "hot" };

const KINDS: Record<Kind, MessageKey> = {
  complaint: "kindComplaint",
  question: "kindQuestion",
  praise: "kindPraise",
  insult: "kindInsult",
  hate: "kindHate",
  threat: "kindThreat",
  violence: "kindViolence",
  misinformation: "kindMisinformation",
  accusation: "kindAccusation",
  spam: "kindSpam",
  troll: "kindTroll",
  suggestion: "kindSuggestion",
  neutral: "kindNeutral",
};

const EMOTIONS: Record<Emotion, MessageKey> = {
  neutral: "emotionNeutral",
  anger: "emotionAnger",
  disappointment: "emotionDisappointment",
  worry: "emotionWorry",
  sadness: "emotionSadness",
  irony: "emotionIrony",
  joy: "emotionJoy",
  gratitude: "emotionGratitude",
};

const POSTURES: Record<Posture, MessageKey> = {
  repair: "postureRepair",
  inform: "postureInform",
  thank: "postureThank",
  correct: "postureCorrect",
  contain: "postureContain",
  moderate: "postureModerate",
  listen: "postureListen",
};

/** « réclamation, colère — reconnaître, s'excuser… » */
export function readingLine(reading: Reading): string {
  const said = reading.kinds.map((kind) => t(KINDS[kind]));
  if (reading.emotion !== "neutral") said.push(t(EMOTIONS[reading.emotion]));
  return `${said.join(", ")} — ${t(POSTURES[reading.posture])}`;
}
