/** Findings follow their words through an edit, until the next report. */

import type { Finding } from "../../pkg/wire";

/** The findings of `before`, moved to `after`; those the edit touched are dropped rather than drawn in doubt. */
export function shiftFindings(findings: readonly Finding[], before: string, after: string): Finding[] {
  if (findings.length === 0 || before === after) return [...findings];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const moved = after.length - before.length;
  const editEnd = before.length - tail;
  return findings.flatMap((finding) => {
    if (finding.end <= head) return [finding];
    if (finding.start >= editEnd) return [{ ...finding, start: finding.start + moved, end: finding.end + moved }];
    return [];
  });
}
