/** Where Sang-froid may work, and with which scripts: pure reasoning on granted origins. No browser here. */

import { NETWORKS } from "../sites/networks/index.ts";

/** One registered content script, in the few fields we decide on. */
export interface Registration {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
  runAt: "document_start";
  allFrames: boolean;
  /** Frames without an address of their own (`about:blank`, `srcdoc`) belong to the page that made them. */
  matchOriginAsFallback: boolean;
  persistAcrossSessions: boolean;
}

/** What must be done to come from what is registered to what is desired. */
export interface Change {
  add: Registration[];
  update: Registration[];
  remove: string[];
}

const WEB_PATTERN = /^(\*|https?):\/\/([^/]+)\/\*$/;

/** The granted patterns that are web origins, in one order, without doubles. */
function webPatterns(granted: readonly string[]): string[] {
  const expanded = granted.flatMap((pattern) => (pattern === "<all_urls>" ? ["https://*/*", "http://*/*"] : [pattern]));
  return [...new Set(expanded)].filter((pattern) => WEB_PATTERN.test(pattern)).sort();
}

const CONTENT = "content.js";

function registration(id: string, js: string[], matches: string[], excludeMatches: string[]): Registration {
  return { id, js, matches, excludeMatches, runAt: "document_start", allFrames: true, matchOriginAsFallback: true, persistAcrossSessions: true };
}

/** The pages of a network: its hosts that are granted. */
function pagesOf(hosts: readonly string[], granted: readonly string[]): string[] {
  return hosts.filter((host) => isGranted(`https://${host}/`, granted)).map((host) => `https://${host}/*`);
}

/**
 * The registrations that `granted` calls for: one for each network, whose script comes before the content script, and
 * one for everything else; none where nothing is granted.
 */
export function desired(granted: readonly string[]): Registration[] {
  const networks = Object.entries(NETWORKS)
    .map(([name, { hosts }]) => registration(`sangfroid-${name}`, [`sites/${name}.js`, CONTENT], pagesOf(hosts, granted), []))
    .filter(({ matches }) => matches.length > 0);
  const taken = networks.flatMap(({ matches }) => matches);
  const rest = webPatterns(granted).filter((pattern) => !taken.includes(pattern));
  return rest.length === 0 ? networks : [...networks, registration("sangfroid", [CONTENT], rest, taken)];
}

/** The scripts for a tab that was open before they were registered. */
export function scriptsFor(address: string | undefined): string[] {
  const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : "";
  const [name] = Object.entries(NETWORKS).find(([, { hosts }]) => hosts.includes(host)) ?? [];
  return name === undefined ? [CONTENT] : [`sites/${name}.js`, CONTENT];
}

/** A registration as the browser gives it back: every field may be missing, and more may be there. */
type Registered = { id: string } & { [Field in keyof Registration]?: Registration[Field] | string | undefined };

function fingerprint({ js, matches, excludeMatches, runAt, allFrames, matchOriginAsFallback }: Registered): string {
  return JSON.stringify([js, [...(matches ?? [])].sort(), [...(excludeMatches ?? [])].sort(), runAt, allFrames, matchOriginAsFallback]);
}

/** Only what differs is touched: a registration that is right stays as it is. */
export function changeBetween(registered: readonly Registered[], wanted: readonly Registration[]): Change {
  const present = new Map(registered.map((one) => [one.id, fingerprint(one)]));
  const keep = new Set(wanted.map((one) => one.id));
  return {
    add: wanted.filter((one) => !present.has(one.id)),
    update: wanted.filter((one) => present.has(one.id) && present.get(one.id) !== fingerprint(one)),
    remove: registered.map((one) => one.id).filter((id) => !keep.has(id)),
  };
}

function hostMatches(pattern: string, url: URL): boolean {
  if (pattern === "*") return true;
  if (pattern.startsWith("*.")) {
    const domain = pattern.slice(2);
    return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  }
  return pattern === url.hostname || pattern === url.host;
}

/** The address a frame speaks for: its own, or that of the page that made it. */
export function addressOf({ url, origin }: { url?: string | undefined; origin?: string | undefined }): string | undefined {
  return url?.startsWith("about:") && origin !== undefined && origin !== "null" ? `${origin}/` : url;
}

/** Whether the page at `address` is on a granted origin. */
export function isGranted(address: string | undefined, granted: readonly string[]): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  return webPatterns(granted).some((pattern) => {
    const [, scheme = "", host = ""] = WEB_PATTERN.exec(pattern) ?? [];
    return (scheme === "*" || `${scheme}:` === url.protocol) && hostMatches(host, url);
  });
}

// Web pages by their address, yet no extension may enter them, whatever is granted.
const CLOSED_HOSTS = ["chromewebstore.google.com", "addons.mozilla.org"];

/** The pattern that asks for the site of `address`, or null where no extension may run. */
export function patternFor(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || CLOSED_HOSTS.includes(url.hostname)) return null;
  // Firefox takes no port in a pattern; without one, every port of the host matches.
  return `${url.protocol}//${url.hostname}/*`;
}
