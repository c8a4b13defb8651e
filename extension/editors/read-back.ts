/** What every way of writing shares: pausing, and reading back what came of it. */

/** A pause of `milliseconds`. */
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Two texts that an editor may hold for the same words: it chooses its own blanks, and drops those that do not show. */
export function sameWords(left: string, right: string): boolean {
  const plain = (text: string) => text.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\S\n]/gu, " ").replaceAll(/ *\n */g, "\n").trimEnd();
  return plain(left) === plain(right);
}

/** Reads until the text is the one expected, or gives up. */
export async function becomes(read: () => string, expected: string, patience = 600): Promise<boolean> {
  for (let waited = 0; ; waited += 50) {
    if (sameWords(read(), expected)) return true;
    if (waited >= patience) return false;
    await pause(50);
  }
}
