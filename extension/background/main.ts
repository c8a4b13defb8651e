/**
 * The background. It may be killed and started again at any moment: listeners are all set here, at once, and
 * whatever must last is in storage.
 */

import { listenToCommands } from "./commands.ts";
import { addressOf, isGranted } from "./origins.ts";
import { listenToPauseAlarm, settlePause } from "./pause.ts";
import { listenToPermissions, reconcile, reconcileOncePerRun } from "./registration.ts";
import { dispatch, speakerOf } from "./router.ts";
import { routes } from "./routes.ts";
import { isSetting } from "./settings.ts";
import { broadcastState, grantedOrigins, isOurs } from "./state.ts";
import { unattended } from "./turns.ts";
import { welcomeOnInstall } from "./welcome.ts";

async function answer(message: unknown, told: chrome.runtime.MessageSender): Promise<unknown> {
  const address = addressOf(told);
  const sender = address === undefined ? told : { ...told, url: address };
  const granted = await grantedOrigins();
  const speaker = speakerOf(sender, { runtimeId: browser.runtime.id, isOurs, isGranted: (address) => isGranted(address, granted) });
  return dispatch(routes, message, sender, speaker);
}

browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  void answer(message, sender).then(reply);
  return true;
});

// A content script holds a line open only to learn, when it breaks, that the extension is gone: nothing is said on it.
browser.runtime.onConnect.addListener((line) => {
  if (line.sender?.id !== browser.runtime.id) line.disconnect();
});

listenToPermissions();
listenToPauseAlarm();
listenToCommands();
welcomeOnInstall();
// An update drops the registrations of the version before; a start may follow a change made while we were not there.
browser.runtime.onInstalled.addListener(() => unattended(reconcile()));
browser.runtime.onStartup.addListener(() => unattended(reconcile()));

// Pause and breathing length are changed by writing them: here, in the popup and on the pages alike.
browser.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && Object.keys(changes).some(isSetting)) unattended(broadcastState());
});

// A content script lives in a page's process: it asks the background and needs no key to the store.
void browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

unattended(settlePause());
unattended(reconcileOncePerRun());
