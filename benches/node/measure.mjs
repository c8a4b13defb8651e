// One way of measuring for every engine, the same as in benches/native.rs but for one thing: an engine so
// slow that its samples would take minutes gives fewer of them.

const SAMPLES = 60;
const FEWEST_SAMPLES = 5;
const SAMPLE_TIME = 2;
const WARM_UP_TIME = 60;
const LONGEST_TIME = 3000;

/** Microseconds per call over `texts`: the median of many samples, the fastest and the slowest. */
export function measure(check, texts) {
  let next = 0;
  /** Milliseconds per call, text after text, until `time` has passed. */
  const sample = (time) => {
    const started = performance.now();
    let calls = 0;
    do {
      check(texts[next % texts.length]);
      next += 1;
      calls += 1;
    } while (performance.now() - started < time);
    return (performance.now() - started) / calls;
  };
  sample(WARM_UP_TIME);
  const started = performance.now();
  const samples = [];
  while (samples.length < SAMPLES) {
    if (samples.length >= FEWEST_SAMPLES && performance.now() - started > LONGEST_TIME) break;
    samples.push(sample(SAMPLE_TIME) * 1000);
  }
  return summary(samples);
}

/** The same for a check that answers with a promise; these are slow, and a few calls are enough. */
export async function measureInTime(check, texts) {
  await check(texts[0]);
  const samples = [];
  const started = performance.now();
  for (let next = 1; samples.length < FEWEST_SAMPLES || performance.now() - started < LONGEST_TIME / 3; next += 1) {
    const before = performance.now();
    await check(texts[next % texts.length]);
    samples.push((performance.now() - before) * 1000);
  }
  return summary(samples);
}

/** Median, fastest and slowest of a list. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], min: sorted[0], max: sorted.at(-1) };
}
