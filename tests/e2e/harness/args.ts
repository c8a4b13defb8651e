import process from "node:process";

export type BrowserName = "chrome" | "firefox";

/** The value that follows `--name` on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Whether `--name` stands on the command line. */
export function flag(name: string): boolean {
  return process.argv.includes(`--${name}`);
}

/** The browser asked for, Chrome where none is. */
export function browserAsked(): BrowserName {
  const asked = option("browser") ?? "chrome";
  if (asked !== "chrome" && asked !== "firefox") throw new Error(`--browser ${asked}: chrome or firefox expected`);
  return asked;
}
