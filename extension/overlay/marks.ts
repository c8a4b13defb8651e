/** Which stretches of the draft get which line: overlaps settled, the gravest on top. */

import type { Finding } from "../../pkg/wire";

/** The lines that can be drawn; `info` has none. */
export type Line = "advice" | "warn" | "block";

/** A stretch of the draft with one line under it. */
export interface Mark {
  start: number;
  end: number;
  line: Line;
}

const GRAVITY: Record<Line, number> = { advice: 1, warn: 2, block: 3 };

/** Stretches in the order of the text, none over another. */
export function marksOf(findings: readonly Finding[], length: number): Mark[] {
  const wanted = findings
    .filter((finding) => finding.severity !== "info" && finding.end > finding.start && finding.end <= length)
    .map(({ start, end, severity }) => ({ start, end, line: severity as Line }));
  const edges = [...new Set(wanted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const marks: Mark[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const over = wanted.filter((mark) => mark.start <= start && mark.end >= end);
    const gravest = over.sort((a, b) => GRAVITY[b.line] - GRAVITY[a.line])[0];
    if (!gravest) continue;
    const last = marks.at(-1);
    if (last && last.end === start && last.line === gravest.line) last.end = end;
    else marks.push({ start, end, line: gravest.line });
  }
  return marks;
}
