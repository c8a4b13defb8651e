// The content bundle runs inside other people's pages: it may not reach the network, run text as code,
// write HTML, or talk to the page. Read on the bundle itself, so that a dependency is held to it too.
import { gzipSync } from "node:zlib";

const GZIP_BUDGET = 45_000;

const BANNED = [
  ["fetch(", /\bfetch\s*\(/],
  ["XMLHttpRequest", /\bXMLHttpRequest\b/],
  ["WebSocket", /\bWebSocket\b/],
  ["sendBeacon", /\bsendBeacon\b/],
  ["EventSource", /\bEventSource\b/],
  ["RTCPeerConnection", /\bRTCPeerConnection\b/],
  ["import(", /\bimport\s*\(/],
  ["new Image", /\bnew\s+Image\b/],
  ["innerHTML", /\binnerHTML\b/],
  ["outerHTML", /\bouterHTML\b/],
  ["insertAdjacentHTML", /\binsertAdjacentHTML\b/],
  ["insertHTML", /\binsertHTML\b/],
  ["createContextualFragment", /\bcreateContextualFragment\b/],
  ["setHTMLUnsafe", /\bsetHTMLUnsafe\b/],
  ["document.write", /\bdocument\s*\.\s*write(ln)?\b/],
  ["eval(", /\beval\s*\(/],
  ["new Function", /\bnew\s+Function\b/],
  ["postMessage", /\bpostMessage\b/],
];

/** What a script that runs in pages contains but may not. */
export function bannedIn(name, source) {
  return source.split("\n").flatMap((line, index) =>
    BANNED.filter(([, pattern]) => pattern.test(line)).map(([what, pattern]) => `${name}:${index + 1} uses ${what}, which is banned in pages: …${line.slice(Math.max(0, line.search(pattern) - 60)).slice(0, 120)}…`),
  );
}

/** The weight of the scripts of one page as the network would carry them, and what is wrong with it. */
export function weigh(sources) {
  const gzip = sources.reduce((sum, source) => sum + gzipSync(source, { level: 9 }).length, 0);
  return { gzip, problems: gzip > GZIP_BUDGET ? [`The scripts of one page weigh ${gzip} bytes gzip, more than their budget of ${GZIP_BUDGET}.`] : [] };
}
