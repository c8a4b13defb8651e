/** Every message between the parts of the extension: one table, typed at both ends, validated on arrival. */

import type { ModerationAction, ModerationAdvice, Reading, Report, Suggestions, Visibility } from "../../pkg/wire";
import type { Recorded, ToldEvent } from "./events";

/** What a content script says of the composer being written in. */
export interface Composer {
  draft: string;
  comment: string | null;
  author: string | null;
  network: string;
  visibility: Visibility;
  /** Minutes since the comment was written; null where the page does not tell. */
  age: number | null;
  /** The most this box takes, where the page says so, as the network counts. */
  limit: number | null;
}

/** Whether Sang-froid watches this page, and how. */
export interface SiteState {
  /** The user granted this site and it is not paused. */
  active: boolean;
  /** Milliseconds since the epoch; null when not paused. */
  pausedUntil: number | null;
  /** Length of the breathing pause before "publish anyway", in seconds (0 to 60). */
  breathSeconds: number;
  shortcuts: Shortcuts;
}

/** A command of the extension that has a keyboard shortcut. */
export type CommandName = "open-card" | "suggest";

/** The keys of each, as the browser writes them; empty where the user took them away. */
export type Shortcuts = Record<CommandName, string>;

/** How the user arranged the overlay on a network. */
export interface OverlayLook {
  /** Where the panels were put: thousandths of the free way from the left and from the top; null for the usual place. */
  spot: { x: number; y: number } | null;
  /** The badge is a dot. */
  folded: boolean;
}

/** How well a page is understood; shown in the popup. */
export type Recognition = "recognised" | "partly" | "not";

/** A comment as the popup lists it. */
export interface ListedComment {
  author: string | null;
  /** Its first words. */
  excerpt: string;
  permalink: string | null;
}

/** The comment a reply box answers, as understood. */
export interface Answering {
  text: string | null;
  author: string | null;
  id: string | null;
  permalink: string | null;
  time: string | null;
  visibility: Visibility;
  limit: number | null;
}

/** What a content script answers to the popup. */
export interface PageStatus {
  recognition: Recognition;
  network: string;
  /** Who we are on this page; null where it does not tell. */
  account: { name: string | null; handle: string | null } | null;
  /** Comments of others to be seen on the page. */
  comments: number;
  /** Those we did not answer; null where the page does not tell. */
  unanswered: ListedComment[] | null;
  /** What the reply box in hand answers; null where none is. */
  answering: Answering | null;
  /** A reply box has, or had, the focus. */
  composerSeen: boolean;
  /** The control that posts was found for it. */
  gateReady: boolean;
  /** The page kept removing, moving or hiding what we show. */
  disturbed: boolean;
}

/** An answer of the core; a failure is data, never an exception, so that the caller fails open. */
export type CoreAnswer<T> = { ok: true; value: T } | { ok: false; error: string };

/** Whether something was written in the store; `full`: there is no room left. */
export type Written = { ok: true } | { ok: false; error: string; full?: boolean };

/** Messages to the background: name → what is sent, what comes back. */
export interface BackgroundRoutes {
  check: { request: Composer; response: CoreAnswer<Report> };
  suggest: { request: Composer; response: CoreAnswer<Suggestions> };
  analyze: { request: { text: string; network: string }; response: CoreAnswer<Reading> };
  /** May this comment be moderated? */
  moderation: { request: { text: string; action: ModerationAction }; response: CoreAnswer<ModerationAdvice> };
  recordEvent: { request: ToldEvent; response: Written };
  eraseEvents: { request: { places: number[] }; response: Written };
  restoreEvents: { request: { events: Recorded[] }; response: Written };
  overlayLook: { request: { network: string }; response: OverlayLook };
  keepOverlayLook: { request: { network: string; look: OverlayLook }; response: null };
  siteState: { request: Record<string, never>; response: SiteState };
  pause: { request: { minutes: number }; response: SiteState };
  resume: { request: Record<string, never>; response: SiteState };
  openPractice: { request: Record<string, never>; response: null };
  /** The page will not have the overlay. */
  disturbed: { request: Record<string, never>; response: null };
}

/** Messages from the background or the popup to a content script. */
export interface ContentRoutes {
  stateChanged: { request: SiteState; response: null };
  pageStatus: { request: Record<string, never>; response: PageStatus };
  command: { request: { name: CommandName }; response: null };
  /** Scrolls to a comment of the list. */
  showComment: { request: ListedComment; response: null };
}

export type BackgroundRoute = keyof BackgroundRoutes;
export type ContentRoute = keyof ContentRoutes;

/** The envelope on the wire. */
export interface Envelope<Route extends string = string> {
  route: Route;
  payload: unknown;
}
