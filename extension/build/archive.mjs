// Zips that are the same byte for byte whatever the clock, the time zone and the order of the folder.
import { zipSync } from "fflate";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

// Zip stores local time; built from local parts, so every time zone writes the same date.
const FIXED_DATE = new Date(1980, 0, 1, 12);

/** The folder as zip bytes, and their SHA-256. */
export async function archive(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join("/") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const contents = {};
  for (const { path, name } of files) contents[name] = new Uint8Array(await readFile(path));
  const bytes = zipSync(contents, { level: 9, mtime: FIXED_DATE });
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
