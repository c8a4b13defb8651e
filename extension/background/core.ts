/** The one core of the browser: loaded at the first question, renewed after a crash. */

import { adviseModeration, analyzeComment, checkReply, initSync, suggestReplies } from "../../pkg/sangfroid.js";
import type { AnalyzeRequest, CheckRequest, ModerationAdvice, ModerationRequest, Reading, Report, Suggestions } from "../../pkg/wire";
import { uiLanguage } from "../shared/i18n.ts";
import type { Composer, CoreAnswer } from "../shared/messages.ts";

let compiled: Promise<WebAssembly.Module> | undefined;
let instantiated = false;

async function compile(): Promise<WebAssembly.Module> {
  const response = await fetch(browser.runtime.getURL("pkg/sangfroid_bg.wasm"));
  return WebAssembly.compile(await response.arrayBuffer());
}

async function ready(): Promise<void> {
  if (instantiated) return;
  compiled ??= compile();
  try {
    const module = await compiled;
    // Another question may have instantiated it while this one was waiting.
    if (!instantiated) initSync({ module });
    instantiated = true;
  } catch (error) {
    compiled = undefined;
    throw error;
  }
}

/** The core refuses a request with a plain `Error`; anything else (trap, exhausted stack) leaves its memory unsure. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error;
}

async function ask<Value>(question: () => Value): Promise<CoreAnswer<Value>> {
  try {
    await ready();
    return { ok: true, value: question() };
  } catch (error) {
    if (!isRefusal(error)) instantiated = false;
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function checkRequest({ draft, comment, author, network, visibility, age, limit }: Composer): CheckRequest {
  const known = age !== null || limit !== null;
  const situation = { ...(age === null ? {} : { age }), ...(limit === null ? {} : { limit }) };
  return {
    draft,
    network,
    visibility,
    locale: uiLanguage(),
    ...(known ? { situation } : {}),
    ...(comment === null ? {} : { comment }),
    ...(author === null ? {} : { author }),
  };
}

/** Judges a draft. */
export function check(composer: Composer): Promise<CoreAnswer<Report>> {
  return ask(() => checkReply(checkRequest(composer)));
}

/** Proposes replies, and the draft made calmer. */
export function suggest(composer: Composer): Promise<CoreAnswer<Suggestions>> {
  return ask(() => suggestReplies(checkRequest(composer)));
}

/** Reads a comment. */
export function analyze(request: AnalyzeRequest): Promise<CoreAnswer<Reading>> {
  return ask(() => analyzeComment(request));
}

/** Says whether a comment may be moderated. */
export function advise(request: Pick<ModerationRequest, "text" | "action">): Promise<CoreAnswer<ModerationAdvice>> {
  return ask(() => adviseModeration({ ...request, locale: uiLanguage() }));
}
