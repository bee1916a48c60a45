/** The auditor's view of the journal, and its full verification. */
import { parseChange, readForgotten } from '#bundle-format';
import type { JournalLine, journalContract } from '#shared/contract/desk.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import { isCountedFor } from '#shared/ledgers/names.ts';
import type { LinePlace } from '#main/db/epoch.ts';
import type { Store } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { Calls } from '#main/rpc/calls.ts';

export function journalRoom(
  raw: Store['raw'],
  office: string,
  ledgers: readonly Ledger[],
  nameOf: (staff: string) => string,
): Calls<typeof journalContract> {
  const count = raw.prepare('SELECT count(*) FROM journal').pluck();
  const countOps = raw
    .prepare('SELECT count(*) FROM journal WHERE op IN (SELECT value FROM json_each(?))')
    .pluck();
  const select = raw.prepare(
    `SELECT epoch, n, line, ledger, record, op FROM journal
      WHERE (epoch, n) < (?, ?) AND (? = '[]' OR op IN (SELECT value FROM json_each(?)))
      ORDER BY epoch DESC, n DESC LIMIT ?`,
  );

  return {
    page: (input) => {
      const ops = JSON.stringify(input.ops);
      const before = input.after === null ? BEHIND_ALL : placeIn(input.after);
      const lines = select.all(before.epoch, before.n, ops, ops, input.rows + 1) as HeldLine[];
      const kept = lines.slice(0, input.rows);
      const all = Number(count.get());
      return {
        rows: kept.map((held) => shown(held, nameOf)),
        next: lines.length > input.rows ? nameOfPlace(kept.at(-1) ?? BEHIND_ALL) : null,
        total: input.ops.length === 0 ? all : Number(countOps.get(ops)),
        all,
      };
    },
    verify: (_input, { role }) => {
      const { lines, forgottenIn, head } = verifyStore(raw, office, ledgers);
      const counted = Object.entries(forgottenIn).filter(([ledger]) => isCountedFor(role, ledger));
      return { lines, forgotten: counted.reduce((all, [, some]) => all + some, 0), head };
    },
  };
}

interface HeldLine extends LinePlace {
  readonly line: string;
  readonly ledger: string;
  readonly record: string;
  readonly op: string;
}

function shown(
  { epoch, n, line: text, ledger, record, op }: HeldLine,
  nameOf: (staff: string) => string,
): JournalLine {
  const place = { epoch, n, ledger, record, op };
  if (readForgotten(text) !== null)
    return { ...place, at: null, byName: '', door: '', reason: null, fields: [] };
  const line = parseChange(text);
  return {
    ...place,
    at: line.t,
    byName: nameOf(line.u),
    door: line.via,
    reason: line.why ?? null,
    // Events say what happened; ledger lines only which fields: values stay in the ledgers.
    fields: 'ARM'.includes(op) ? eventOf(line.d['event']) : Object.keys(line.d),
  };
}

const BEHIND_ALL: LinePlace = { epoch: Number.MAX_SAFE_INTEGER, n: 0 };

function nameOfPlace({ epoch, n }: LinePlace): string {
  return `${epoch}-${n}`;
}

function placeIn(after: string): LinePlace {
  const [epoch, n] = (/^(\d{1,15})-(\d{1,15})$/.exec(after) ?? []).slice(1).map(Number);
  return epoch === undefined || n === undefined ? refuseField('after', 'shape') : { epoch, n };
}

function eventOf(word: unknown): string[] {
  return typeof word === 'string' ? [word] : [];
}
