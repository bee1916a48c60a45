/** One line of docs/bench.md. */
export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  /** What it is compared with, measured in the same run; empty where there is none. */
  readonly floor: string;
  readonly ratio: string;
  readonly target: string;
}

export function ms(value: number): string {
  return value >= 100
    ? `${value.toFixed(0)} ms`
    : value >= 1
      ? `${value.toFixed(1)} ms`
      : `${value.toFixed(3)} ms`;
}

export function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}
