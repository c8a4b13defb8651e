const PAUSE_BETWEEN_LOOKS = 25;

/** Looks again and again until `probe` gives something truthy; names `what` was awaited when it never does. */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  timeout = 6000,
): Promise<Exclude<T, false | null | undefined | 0 | "">> {
  const deadline = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const seen = await probe();
      if (seen) return seen as Exclude<T, false | null | undefined | 0 | "">;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      const detail = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`waited ${timeout} ms for ${what} (last seen: ${detail})`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_BETWEEN_LOOKS));
  }
}

/** Gives up on a promise that may never settle. */
export async function within<T>(what: string, timeout: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer within ${timeout} ms`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
