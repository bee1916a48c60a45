/** A family of faults: what is broken on purpose, what has to come of it, and what did. */

export interface FaultRun {
  /** A few of each, in seconds: to see that the family itself still works. */
  readonly sample: boolean;
  /** For `fuzz` and `fuzz-parts`: how long each parser is tried. */
  readonly minutes: number;
  readonly say: (line: string) => void;
}

export interface Family {
  readonly title: string;
  /** Root is needed for mounts and for strace on what they carry. */
  readonly needsRoot?: boolean;
  run(run: FaultRun): Promise<readonly FaultRow[]>;
}

/** One line of docs/faults.md. */
export interface FaultRow {
  readonly what: string;
  readonly expected: string;
  readonly tried: number;
  /** What happened → how often. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** What should not have happened, each in words that lead to it. */
  readonly surprises: readonly string[];
}

export interface OpenRow {
  /** One trial, and what came of it. */
  saw(outcome: string): void;
  /** One trial that came out as it must not. */
  surprise(outcome: string, how: string): void;
  /** Counts the trial as `outcome`, and as a surprise where `flaw` says one. */
  judge(outcome: string, flaw: string | null): void;
  done(): FaultRow;
}

export function openRow(what: string, expected: string): OpenRow {
  const outcomes = new Map<string, number>();
  const surprises: string[] = [];
  let tried = 0;
  const saw = (outcome: string) => {
    tried += 1;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  const surprise = (outcome: string, how: string) => {
    saw(outcome);
    surprises.push(how);
  };
  return {
    saw,
    surprise,
    judge: (outcome, flaw) => (flaw === null ? saw(outcome) : surprise(outcome, flaw)),
    done: () => ({ what, expected, tried, outcomes, surprises }),
  };
}

/** Evenly spread: all of them, or so many where only a sample is wanted. */
export function spreadOver(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.floor((i * count) / most));
}
