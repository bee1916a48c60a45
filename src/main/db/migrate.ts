/** Brings the store to this version's schema: forward only, one transaction a step, a copy of the file first. */
import { refuse } from '#shared/kernel/failure.ts';
import foundation from './migrations/0010-foundation.sql?raw';
import visitors from './migrations/0020-visitors.sql?raw';
import guards from './migrations/0030-guards.sql?raw';
import forgetting from './migrations/0040-forgetting.sql?raw';
import population from './migrations/0050-population.sql?raw';
import disputes from './migrations/0060-disputes.sql?raw';
import statutory from './migrations/0070-statutory.sql?raw';
import weekly from './migrations/0080-weekly.sql?raw';
import epochs from './migrations/0090-epochs.sql?raw';
import snapshots from './migrations/0100-snapshots.sql?raw';
import orders from './migrations/0120-orders.sql?raw';
import guardsOverEpochs from './migrations/0130-guards-over-epochs.sql?raw';
import type { WriteHandle } from './open.ts';

interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** One line a step, numbered by tens; a landed step is never edited. */
export const migrations: readonly Migration[] = [
  { version: 10, sql: foundation },
  { version: 20, sql: visitors },
  { version: 30, sql: guards },
  { version: 40, sql: forgetting },
  { version: 50, sql: population },
  { version: 60, sql: disputes },
  { version: 70, sql: statutory },
  { version: 80, sql: weekly },
  { version: 90, sql: epochs },
  { version: 100, sql: snapshots },
  { version: 120, sql: orders },
  { version: 130, sql: guardsOverEpochs },
];

/** The schema this version writes; also `s` of every journal line. */
export const SCHEMA = migrations.at(-1)?.version ?? 0;

export function schemaOf(db: WriteHandle): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Refuses with `newer-version` a store that a newer Lamplight has written.
 * `backup` is called once, before the first step, when there is something to lose.
 */
export function migrate(db: WriteHandle, backup: (fromVersion: number) => void): { readonly from: number } {
  const from = schemaOf(db);
  if (from > SCHEMA) refuse({ code: 'newer-version' });
  const steps = migrations.filter((step) => step.version > from);
  if (from > 0 && steps.length > 0) backup(from);
  for (const step of steps) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return { from };
}
