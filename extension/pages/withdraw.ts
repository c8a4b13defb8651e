/** Giving a grant back. */

import { isGranted } from "../background/origins.ts";
import { grantedOrigins } from "../background/state.ts";

const ALL_HOSTS = /^(\*|https?):\/\/\*\//;

/**
 * Withdraws what was granted for the site of `address`; false where a grant for all sites still covers it,
 * which only the user may take back, since it concerns other sites too.
 */
export async function withdrawSite(address: string | undefined): Promise<boolean> {
  const granted = await grantedOrigins();
  const origins = granted.filter((pattern) => !ALL_HOSTS.test(pattern) && isGranted(address, [pattern]));
  if (origins.length > 0) await browser.permissions.remove({ origins });
  return !isGranted(address, await grantedOrigins());
}
