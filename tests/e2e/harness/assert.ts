/** Fails with both values in sight. */
export function equal<T>(what: string, actual: T, expected: T): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

export function ok(what: string, truth: unknown): asserts truth {
  if (!truth) throw new Error(what);
}
