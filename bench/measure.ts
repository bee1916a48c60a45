/** Measuring in pairs on a noisy machine: floor and ours in turn, the ratio pair by pair, medians after a warm-up. */

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly runs: number;
}

/** Milliseconds of each run, after the given number of uncounted ones. */
export async function time(runs: number, work: (run: number) => unknown, warmUp = 3): Promise<number[]> {
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const started = performance.now();
    await work(run);
    if (run >= 0) times.push(performance.now() - started);
  }
  return times;
}

export function spread(times: readonly number[]): Spread {
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
    runs: times.length,
  };
}

/** Median of ours over floor, pair by pair. */
export function ratio(ours: readonly number[], floor: readonly number[]): number {
  return quantile(
    ours.map((value, i) => value / (floor[i] ?? Number.NaN)),
    0.5,
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
