/**
 * The networks that have hosts of their own. Each becomes a script that its pages load before the content script: none
 * carries what only another needs. The name is that of the file, and of the script.
 */

import type { SiteDescription } from "../description.ts";
import { bluesky } from "./bluesky.ts";
import { facebook } from "./facebook.ts";
import { google } from "./google.ts";
import { instagram } from "./instagram.ts";
import { linkedin } from "./linkedin.ts";
import { metaBusiness } from "./meta-business.ts";
import { reddit } from "./reddit.ts";
import { threads } from "./threads.ts";
import { tiktok } from "./tiktok.ts";
import { x } from "./x.ts";
import { youtube } from "./youtube.ts";

/** By the names of their files; no two have a host in common. */
export const NETWORKS: Readonly<Record<string, SiteDescription>> = {
  bluesky,
  facebook,
  google,
  instagram,
  linkedin,
  "meta-business": metaBusiness,
  reddit,
  threads,
  tiktok,
  x,
  youtube,
};
