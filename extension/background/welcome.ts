/** Opens the extension's own pages in a tab. */

/** Opens one of our pages in a new tab. */
export async function openPage(page: "evidence" | "onboarding" | "practice"): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`pages/${page}.html`) });
}

/** The first thing after an install: choose where Sang-froid may work. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void openPage("onboarding");
  });
}
