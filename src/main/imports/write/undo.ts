/** Takes a whole import back: what it brought and nobody touched since goes, what it added is emptied again. */
import { parseChange, readForgotten, type Change } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import { elementOf } from '#shared/ledgers/population/addresses.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Changes, Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { importBatches } from '#main/db/shelf-tables.ts';
import type { Progress } from '#main/db/steps.ts';
import {
  addressesLedger,
  householdsLedger,
  residentsLedger,
  type residents,
} from '#main/ledgers/population/tables.ts';
import { mayUndo, type BatchRecord } from './batches.ts';

export interface Undone {
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
}

const WHY = '撤销导入';

export function* undoBatch(desk: Desk, raw: Store['raw'], batch: BatchRecord): Generator<Progress, Undone> {
  if (!mayUndo(batch, desk.now)) refuse({ code: 'too-late' });
  const uses = openUses(raw, batch);
  const total = batch.toN - batch.fromN + 1;
  const made = new Map<string, { ledger: Ledger; ids: string[] }>();
  let removed = 0;
  let restored = 0;
  let kept = 0;
  let done = 0;

  /** People first, then what they stood on. */
  for (const line of linesOf(raw, batch)) {
    done += 1;
    yield { done, total };
    // A record that came to the end of its term meanwhile is gone already.
    if (line === null) continue;
    if (line.op === 'U' && line.l === 'residents') {
      if (uses.revisionOf('residents', line.k) === line.v) {
        desk.patch(residentsLedger, line.k, line.v, uses.before(line), WHY);
        restored += 1;
      } else kept += 1;
    } else if (line.op === 'I' && line.l === 'residents') {
      if (uses.revisionOf('residents', line.k) === 1 && !uses.isGuardian(line.k)) {
        desk.retire(residentsLedger, line.k, 1, WHY);
        uses.gone('residents', line.k);
        removed += 1;
      } else kept += 1;
    } else if (line.op === 'I') {
      const ledger = line.l === 'households' ? householdsLedger : addressesLedger;
      const there = made.get(line.l);
      if (there === undefined) made.set(line.l, { ledger, ids: [line.k] });
      else there.ids.push(line.k);
    }
  }
  for (const name of ['households', 'addresses'] as const) {
    const { ledger, ids } = made.get(name) ?? { ledger: householdsLedger, ids: [] };
    // The deepest elements first: what stands below holds what is above.
    for (const id of name === 'addresses' ? uses.deepestFirst(ids) : ids) {
      if (uses.revisionOf(name, id) === 1 && !uses.isUsed(name, id)) {
        desk.retire(ledger, id, 1, WHY);
        uses.gone(name, id);
        removed += 1;
      } else kept += 1;
      yield { done, total };
    }
  }
  desk.shelves.keep(importBatches, { ...batch, undoneAt: desk.now });
  desk.note('A', 'residents', '-', { event: 'import-undone', batch: batch.id, removed, restored, kept });
  return { removed, restored, kept };
}

/** The lines that the import wrote; null for one whose text was forgotten. */
function* linesOf(raw: Store['raw'], { epoch, fromN, toN }: BatchRecord): Generator<Change | null> {
  const lines = raw
    .prepare('SELECT line FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? ORDER BY n')
    .pluck();
  for (let from = fromN; from <= toN; from += PAGE)
    for (const line of lines.all(epoch, from, Math.min(toN, from + PAGE - 1)) as string[])
      yield readForgotten(line) === null ? parseChange(line) : null;
}

const PAGE = 1000;

/** What stands on what, with what this transaction took away: no other connection sees it yet. */
function openUses(raw: Store['raw'], { epoch }: BatchRecord) {
  const gone = new Set<string>();
  const live = (table: string, where: string) =>
    raw.prepare(`SELECT id FROM ${table} WHERE retired_at IS NULL AND ${where}`).pluck();
  const revision = {
    residents: raw.prepare('SELECT revision FROM residents WHERE id = ? AND retired_at IS NULL').pluck(),
    households: raw.prepare('SELECT revision FROM households WHERE id = ? AND retired_at IS NULL').pluck(),
    addresses: raw.prepare('SELECT revision FROM addresses WHERE id = ? AND retired_at IS NULL').pluck(),
  };
  const users = {
    households: [['residents', live('residents', 'household_id = ?')]],
    addresses: [
      ['addresses', live('addresses', 'parent_id = ?')],
      ['residents', live('residents', 'address_id = ?')],
      ['households', live('households', 'address_id = ?')],
      ['dwellings', live('dwellings', 'address_id = ?')],
      ['home_visits', live('home_visits', 'address_id = ?')],
      ['units', live('units', 'address_id = ?')],
    ],
  } as const;
  const wards = live('residents', 'guardian_id = ?');
  const lines = raw
    .prepare(
      `SELECT line FROM journal WHERE ledger = 'residents' AND record = ? AND (epoch, n) < (?, ?)
        ORDER BY epoch, n`,
    )
    .pluck();
  const kindOf = raw.prepare('SELECT kind FROM addresses WHERE id = ?').pluck();
  const stands = (table: string) => (id: unknown) => !gone.has(`${table} ${String(id)}`);

  return {
    gone: (table: string, id: string) => gone.add(`${table} ${id}`),
    /** Undefined for a record that no longer stands. */
    revisionOf: (table: keyof typeof revision, id: string) => revision[table].get(id),
    isGuardian: (id: string) => wards.all(id).some(stands('residents')),
    isUsed: (table: keyof typeof users, id: string) =>
      users[table].some(([user, select]) => select.all(id).some(stands(user))),
    deepestFirst: (ids: readonly string[]) => {
      const levels = new Map(ids.map((id) => [id, levelOf(kindOf.get(id))]));
      // Among equals the later one: a house behind a house is made after it.
      return ids.toReversed().sort((a, b) => (levels.get(b) ?? 0) - (levels.get(a) ?? 0));
    },
    /** The fields that a line changed, as they stood before it. */
    before: ({ k, n, d }: Change): Changes<typeof residents> => {
      const stood: Record<string, unknown> = {};
      for (const line of lines.all(k, epoch, n) as string[]) {
        if (readForgotten(line) === null) Object.assign(stood, parseChange(line).d);
      }
      return Object.fromEntries(Object.keys(d).map((field) => [field, stood[field] ?? null]));
    },
  };
}

function levelOf(kind: unknown): number {
  return elementOf(kind as Parameters<typeof elementOf>[0]).level;
}
