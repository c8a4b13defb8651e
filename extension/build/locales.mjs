// Every sentence of the interface exists in every language, is used, and takes the same placeholders.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const REFERENCE = "fr";
const HTML_USE = /\bdata-i18n(?:-[a-z]+)*="([^"]+)"/g;
const MANIFEST_USE = /__MSG_(\w+)__/g;
const CALL_USE = /\b(?:getMessage|t)\(\s*"(\w+)"/g;
const PLURAL_USE = /\bplural\(\s*"(\w+)"/g;
const LITERAL = /["'`](\w+)["'`]/g;

async function readLocales(folder) {
  const locales = {};
  for (const name of (await readdir(folder)).sort()) {
    locales[name] = JSON.parse(await readFile(join(folder, name, "messages.json"), "utf8"));
  }
  return locales;
}

async function sources(folder, ...endings) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && endings.some((end) => entry.name.endsWith(end)));
  return Promise.all(paths.map(async (entry) => ({
    name: join(entry.parentPath, entry.name),
    text: await readFile(join(entry.parentPath, entry.name), "utf8"),
  })));
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

/** The placeholders a message uses, in the order of their names. */
function placeholdersOf(entry) {
  return [...new Set(matches(entry.message, /\$(\w+)\$/g).map((name) => name.toLowerCase()))].sort();
}

function checkEntries(locales) {
  const problems = [];
  const reference = locales[REFERENCE];
  for (const [locale, messages] of Object.entries(locales)) {
    for (const key of Object.keys(reference)) {
      if (!(key in messages)) problems.push(`_locales/${locale} lacks "${key}".`);
    }
    for (const [key, entry] of Object.entries(messages)) {
      if (!(key in reference)) problems.push(`_locales/${REFERENCE} lacks "${key}", present in ${locale}.`);
      if (typeof entry.message !== "string" || entry.message.trim() === "") {
        problems.push(`_locales/${locale}: "${key}" is empty.`);
        continue;
      }
      const used = placeholdersOf(entry);
      const declared = Object.keys(entry.placeholders ?? {}).map((name) => name.toLowerCase()).sort();
      if (used.join() !== declared.join()) {
        problems.push(`_locales/${locale}: "${key}" uses [${used}] but declares [${declared}].`);
      }
      const other = reference[key];
      if (other !== undefined && JSON.stringify(other.placeholders ?? {}) !== JSON.stringify(entry.placeholders ?? {})) {
        problems.push(`_locales/${locale}: "${key}" does not declare the placeholders of ${REFERENCE}.`);
      }
    }
  }
  return problems;
}

/** All problems of the message files, against each other and against what uses them. */
export async function checkLocales(root) {
  const extension = join(root, "extension");
  const locales = await readLocales(join(extension, "_locales"));
  const problems = checkEntries(locales);

  const used = new Map();
  const seen = new Set();
  const note = (key, where) => used.set(key, used.get(key) ?? where);
  const manifest = await readFile(join(root, "manifest.json"), "utf8");
  for (const key of matches(manifest, MANIFEST_USE)) note(key, "manifest.json");
  for (const { name, text } of await sources(extension, ".html")) {
    for (const key of matches(text, HTML_USE)) note(key, name);
  }
  for (const { name, text } of await sources(extension, ".ts")) {
    for (const key of matches(text, CALL_USE)) note(key, name);
    for (const key of matches(text, PLURAL_USE)) {
      note(`${key}_one`, name);
      note(`${key}_other`, name);
    }
    for (const key of matches(text, LITERAL)) seen.add(key);
  }
  for (const [key, where] of used) {
    if (!(key in locales[REFERENCE])) problems.push(`_locales lacks "${key}", used in ${where}.`);
  }
  for (const key of Object.keys(locales[REFERENCE])) {
    if (!used.has(key) && !seen.has(key)) problems.push(`_locales: nothing uses "${key}".`);
  }
  return problems;
}
