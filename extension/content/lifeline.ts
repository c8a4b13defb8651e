/** Whether the extension still stands behind this script. After an update or a removal, it does not. */

declare const browser: typeof chrome;

/** False once the extension was updated, disabled or removed: nothing of ours may go on. */
export function isAlive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * Holds a line to the background and calls back when the extension is gone. The line also breaks when the
 * background merely falls asleep; then it is left alone, since calling again would keep it awake for ever.
 */
export function holdLine(signal: AbortSignal, onGone: () => void): void {
  try {
    const port = browser.runtime.connect({ name: "session" });
    port.onDisconnect.addListener(() => {
      void browser.runtime?.lastError;
      if (!isAlive()) onGone();
    });
    onAbort(signal, () => port.disconnect());
  } catch {
    if (!isAlive()) onGone();
  }
}

/** Lets go of something of the browser's when `signal` ends; of an extension that is gone there is nothing to let go. */
export function onAbort(signal: AbortSignal, release: () => void): void {
  const quietly = () => {
    try {
      release();
    } catch {
      // "Extension context invalidated": the browser has let go already.
    }
  };
  signal.addEventListener("abort", quietly, { once: true });
}
