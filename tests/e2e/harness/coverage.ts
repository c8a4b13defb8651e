import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { BrowserName } from "./args.ts";
import { scratch } from "./paths.ts";

/** What became of one cell; a reason is given where it does not apply. */
export type Outcome = { state: "passed" } | { state: "failed"; why: string } | { state: "not applicable"; why: string };

/** One table of behaviours: rows and columns in the order they were declared. */
export interface CoverageTable {
  title: string;
  rows: string[];
  columns: string[];
  /** Row, column, outcome. A cell nobody filled is not there. */
  cells: Record<string, Record<string, Outcome>>;
}

/** Remembers, cell by cell, what was seen to work in this browser. */
class Coverage {
  private readonly tables = new Map<string, CoverageTable>();

  /** Rows and columns come from the tables of data when the tests are declared: tests end in any order. */
  declare(name: string, title: string, rows: readonly string[], columns: readonly string[]): void {
    this.tables.set(name, { title, rows: [...rows], columns: [...columns], cells: {} });
  }

  record(name: string, row: string, column: string, outcome: Outcome): void {
    const table = this.tables.get(name);
    if (!table?.rows.includes(row) || !table.columns.includes(column)) throw new Error(`no cell "${row}" × "${column}" in the table "${name}"`);
    const cells = (table.cells[row] ??= {});
    // A behaviour tried in several ways holds when it holds in all of them.
    if (cells[column]?.state !== "failed") cells[column] = outcome;
  }

  /** Tries a behaviour and records what becomes of it; the failure is given back, so that the next cell is still tried. */
  async attempt(name: string, row: string, column: string, body: () => Promise<void>): Promise<string | null> {
    try {
      await body();
      this.record(name, row, column, { state: "passed" });
      return null;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.record(name, row, column, { state: "failed", why });
      return `${column}: ${why}`;
    }
  }

  /** Before a test that failed with these words is tried once more: its failed cells are open again. */
  reopen(told: string): void {
    for (const { cells } of this.tables.values()) {
      for (const row of Object.values(cells)) {
        for (const [column, outcome] of Object.entries(row)) if (outcome.state === "failed" && told.includes(`${column}: ${outcome.why}`)) delete row[column];
      }
    }
  }

  /** Prints the tables in which something was tried; of a run of some of the tests, the rows in which something was. */
  print(browser: BrowserName, isWhole: boolean): void {
    for (const table of this.tables.values()) {
      const tried = table.rows.filter((row) => Object.values(table.cells[row] ?? {}).some(({ state }) => state !== "not applicable"));
      if (tried.length > 0) console.log(`\n${table.title}, ${browser}\n${asText({ ...table, rows: isWhole ? table.rows : tried })}`);
    }
  }

  /** Kept for docs/COVERAGE.md. A run of some of the tests would tell less than is true: it is not kept. */
  async keep(browser: BrowserName): Promise<void> {
    const file = path.join(scratch, `coverage-${browser}.json`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify([...this.tables.values()], null, 1)}\n`);
  }
}

export const coverage = new Coverage();

const SIGNS: Record<Outcome["state"], string> = { passed: "yes", failed: "NO", "not applicable": "–" };

function asText({ rows, columns, cells }: CoverageTable): string {
  const lines = [["", ...columns], ...rows.map((row) => [row, ...columns.map((column) => signOf(cells[row]?.[column]))])];
  const widths = ["", ...columns].map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => `     ${line.map((word, at) => word.padEnd(widths[at] ?? 0)).join("  ")}`).join("\n");
}

function signOf(outcome: Outcome | undefined): string {
  return outcome ? SIGNS[outcome.state] : "?";
}
