/** Work that must not interleave: reading, deciding and writing are one step, though each of them waits. */

/** A queue of its own: what is given to it runs one after the other; a failure is the caller's, and does not stop the next. */
export function turns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** For work nobody waits for: its failure goes to the console, the only place left. */
export function unattended(work: Promise<void>): void {
  work.catch((error: unknown) => console.error("Sang-froid:", error));
}
