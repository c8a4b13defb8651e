/** Puts the user's language into a page of ours: text nodes and a few plain attributes, never HTML. */

import { t, uiLanguage, type MessageKey } from "../shared/i18n.ts";

const ATTRIBUTES = { "data-i18n-label": "aria-label", "data-i18n-title": "title", "data-i18n-placeholder": "placeholder" };

/** Fills every element that names a message, and says which language the page now speaks. */
export function localise(): void {
  document.documentElement.lang = uiLanguage();
  for (const element of document.querySelectorAll("[data-i18n]")) {
    // The build has checked every key of every page.
    element.textContent = t(element.getAttribute("data-i18n") as MessageKey);
  }
  for (const [source, target] of Object.entries(ATTRIBUTES)) {
    for (const element of document.querySelectorAll(`[${source}]`)) {
      element.setAttribute(target, t(element.getAttribute(source) as MessageKey));
    }
  }
}
