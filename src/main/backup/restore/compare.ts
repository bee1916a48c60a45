/** How a backup differs from what stands here: records by ledger, and lines of the journal by range. Reads alone. */
import { RANGES_MAX, type LedgerDifference, type LineRange } from '#shared/contract/backups.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { chainAt, epochsOf, headIn, type LinePlace } from '#main/db/epoch.ts';
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';

type Raw = Store['raw'];

interface Version {
  readonly id: string;
  readonly revision: number;
  readonly updatedAt: string;
}

/**
 * Of ledgers that nobody is told of there is no row.
 * @param here null where what stands here cannot be read
 */
export function ledgerDifferences(
  here: Raw | null,
  backup: Raw,
  ledgers: readonly Ledger[],
): LedgerDifference[] {
  return ledgers
    .filter(({ name }) => !isUnseen(name))
    .map((ledger) => {
      const there = versionsOf(backup, ledger);
      const counts = { inBackup: there.size, onlyHere: 0, onlyThere: 0, newerHere: 0, newerThere: 0 };
      if (here === null) return { ledger: ledger.name, ...counts };
      const standing = versionsOf(here, ledger);
      for (const [id, own] of standing) {
        const other = there.get(id);
        if (other === undefined) counts.onlyHere += 1;
        else if (isNewer(own, other)) counts.newerHere += 1;
        else if (isNewer(other, own)) counts.newerThere += 1;
      }
      for (const id of there.keys()) if (!standing.has(id)) counts.onlyThere += 1;
      return { ledger: ledger.name, ...counts };
    });
}

/** A store of an older schema may not have the ledger yet. */
function versionsOf(raw: Raw, { table }: Ledger): ReadonlyMap<string, Version> {
  const name = tableName(table);
  if ((raw.pragma(`table_list(${name})`) as unknown[]).length === 0) return new Map();
  const rows = raw.prepare(`SELECT id, revision, updated_at AS updatedAt FROM ${name}`).all() as Version[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** After a restore two histories may give one revision to different changes: then the clock says which came later. */
function isNewer(a: Version, b: Version): boolean {
  return a.updatedAt === b.updatedAt ? a.revision > b.revision : a.updatedAt > b.updatedAt;
}

/** Lines of one store that the other lacks, by epoch: what lies behind the last line that both have. */
export function linesOnlyIn(one: Raw, other: Raw, office: string): (LinePlace & { readonly from: number })[] {
  return epochsOf(one).flatMap(({ epoch }) => {
    const head = headIn(one, epoch);
    const common = lastCommon(one, other, office, epoch, Math.min(head, headIn(other, epoch)));
    return common < head ? [{ epoch, from: common + 1, n: head }] : [];
  });
}

/** The chain makes it a question of one comparison whether everything up to a line is the same. */
function lastCommon(one: Raw, other: Raw, office: string, epoch: number, most: number): number {
  const isSame = (n: number) => {
    const chain = chainAt(one, office, { epoch, n });
    return chain !== null && chain === chainAt(other, office, { epoch, n });
  };
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isSame(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The same where one store is gone: what the mark beside it says it had.
 * @param reached its last line
 */
export function linesBehind(backup: Raw, reached: LinePlace): (LinePlace & { readonly from: number })[] {
  const from = headIn(backup, reached.epoch) + 1;
  return from <= reached.n ? [{ ...reached, from }] : [];
}

/** @param confirmed office epoch → last line that the station has */
export function byHolder(
  ranges: readonly (LinePlace & { readonly from: number })[],
  confirmed: Readonly<Record<string, number>>,
): LineRange[] {
  return ranges
    .flatMap(({ epoch, from, n: to }): LineRange[] => {
      const there = Math.min(to, confirmed[String(epoch)] ?? 0);
      const atStation = { epoch, from, to: there, holder: 'station' } as const;
      const nowhere = { epoch, from: Math.max(from, there + 1), to, holder: 'nobody' } as const;
      return [atStation, nowhere].filter((range) => range.from <= range.to);
    })
    .slice(0, RANGES_MAX);
}
