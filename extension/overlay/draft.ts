/** What the overlay is told of a draft, and what it may ask to be done with it. */

import type { Finding, Fix, Reading, Report, Suggestions } from "../../pkg/wire";
import type { Editor, Projection } from "../editors/types";

/** `unverified`: the core did not answer. `trimmed`: too long, only the beginning was checked. */
export type DraftStatus = "empty" | "checking" | "checked" | "trimmed" | "unverified";

/** A draft being written, as the session sees it now. */
export interface Draft {
  readonly editor: Editor;
  readonly projection: Projection;
  readonly status: DraftStatus;
  readonly report: Report | null;
  /** The findings of the last report, moved to where their words are now. */
  readonly findings: readonly Finding[];
  readonly comment: string | null;
  readonly author: string | null;
  /** Written to one person. */
  readonly isPrivate: boolean;
  readonly reading: Reading | null;
  /** The gate can hold this reply: a control, or a key, that posts it is known. */
  readonly isGuarded: boolean;
  postControls(): Element[];
  /** Puts a fix in place of its words. */
  apply(finding: Finding, fix: Fix): Promise<boolean>;
  /** Puts `text` in place of the whole draft. */
  rewrite(text: string): Promise<boolean>;
  suggest(): Promise<Suggestions | null>;
}

/** The findings worth showing beside the draft; `info` belongs to the side panel. */
export function shown(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity !== "info");
}
