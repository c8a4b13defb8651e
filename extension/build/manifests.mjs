// manifest.json is the only source; each browser gets it without what it would refuse or warn about.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The manifest one browser is given. */
export function manifestFor(browser, source) {
  const { browser_specific_settings, minimum_chrome_version, background, ...shared } = source;
  const { service_worker, scripts, ...backgroundShared } = background;
  return browser === "chrome"
    ? { ...shared, minimum_chrome_version, background: { service_worker, ...backgroundShared } }
    : { ...shared, browser_specific_settings, background: { scripts, ...backgroundShared } };
}

/** Problems where the three files that carry the version disagree. */
export async function checkVersions(root, manifest) {
  const cargo = await readFile(join(root, "Cargo.toml"), "utf8");
  const versions = {
    "Cargo.toml": /^\[workspace\.package\][^[]*?^version = "([^"]+)"/ms.exec(cargo)?.[1],
    "package.json": JSON.parse(await readFile(join(root, "package.json"), "utf8")).version,
    "manifest.json": manifest.version,
  };
  if (new Set(Object.values(versions)).size === 1) return [];
  const said = Object.entries(versions).map(([file, version]) => `${file} ${version ?? "none"}`);
  return [`Versions disagree: ${said.join(", ")}.`];
}
