import type { Page } from "puppeteer-core";

/**
 * The page as its own server made it: the whole DOM written out, without the one host element, without the text of
 * editables (React writes a draft into its text area's children too) and without the replies posted.
 */
export async function pageDom(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const pathOf = (element: Element): number[] => {
      const path: number[] = [];
      for (let at: Element = element; at.parentElement; at = at.parentElement) {
        path.unshift([...at.parentElement.children].indexOf(at));
      }
      return path;
    };
    const hosts = [...document.querySelectorAll("*")].filter((element) => element.shadowRoot).map(pathOf);
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const path of hosts.toReversed()) {
      let at: Element | undefined = copy;
      for (const step of path) at = at?.children[step];
      at?.remove();
    }
    for (const editable of copy.querySelectorAll("[contenteditable], textarea, .replies, output")) editable.textContent = "";
    for (const button of copy.querySelectorAll("button")) button.removeAttribute("disabled");
    return copy.outerHTML;
  });
}

/** Elements beyond the page's own: everything with a shadow root. */
export async function hostCount(page: Page): Promise<number> {
  return await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => element.shadowRoot).length);
}
