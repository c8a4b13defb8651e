/** Software that anybody may host: known by a mark in its pages, so that every page must know of it. */

import type { SiteDescription } from "../description";
import { discourse } from "./discourse";
import { elk } from "./elk";
import { lemmy } from "./lemmy";
import { mastodon } from "./mastodon";
import { phanpy } from "./phanpy";

/** Of two marks in one page the first counts. */
export const SOFTWARE: readonly SiteDescription[] = [discourse, elk, lemmy, mastodon, phanpy];
