// The content bundle runs inside other people's pages: it may not reach the network, run text as code,
// write HTML, or talk to the page. Read on the bundle itself, so that a dependency is held to it too.
import { gzipSync } from "node:zlib";

const GZIP_BUDGET = 45 * 1024;

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

/** What the bundle may not contain but does, and its size as the network would carry it. */
export function checkContentBundle(source) {
  const problems = [];
  source.split("\n").forEach((line, index) => {
    for (const [name, pattern] of BANNED) {
      if (pattern.test(line)) problems.push(`content.js:${index + 1} uses ${name}, which is banned in pages: ${line.trim().slice(0, 120)}`);
    }
  });
  const gzip = gzipSync(source, { level: 9 }).length;
  if (gzip > GZIP_BUDGET) problems.push(`content.js weighs ${gzip} bytes gzip, more than its budget of ${GZIP_BUDGET}.`);
  return { problems, gzip };
}
