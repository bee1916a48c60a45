/**
 * The only writer. Every change of a ledger is a row and a journal line in one transaction: both or neither.
 * The line is exactly what a bundle carries (docs/format/bundle-v1.md, "Change line").
 */
import { randomBytes } from 'node:crypto';
import { chainNext, chainStart, encodeChange, leafOf, type Change } from '#bundle-format';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock, Instant } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { formatRecordId } from '#shared/kernel/ids.ts';
import type { Changes, Ledger, LedgerTable, NewRow, Row } from './ledger-table.ts';
import { SCHEMA } from './migrate.ts';
import type { WriteHandle } from './open.ts';
import { rowWriter } from './row-writer.ts';
import { EPOCH } from './epoch.ts';
import { openShelves, type Shelves } from './shelves.ts';

/** Where the journal stands: the last line and the chain after it. */
export interface Head {
  readonly epoch: number;
  readonly n: number;
  readonly h: Buffer;
}

/** Given to the work of one transaction. Nothing of it may be kept. */
export interface Desk {
  readonly now: Instant;
  /** A new record. Its id is given here: short, office-scoped, dense within the ledger. */
  put<T extends LedgerTable>(ledger: Ledger<T>, values: NewRow<T>, why?: string): Row<T>;
  /** Changes fields of the record at the revision the person saw; nothing is written when nothing differs. */
  patch<T extends LedgerTable>(
    ledger: Ledger<T>,
    id: string,
    revision: number,
    changes: Changes<T>,
    why?: string,
  ): Row<T>;
  /** Takes a record out of the ledger. It stays in the journal. */
  retire<T extends LedgerTable>(ledger: Ledger<T>, id: string, revision: number, why: string): void;
  /** An access, key or receipt event, a sensitive view or a migration (op A, R, V, M): a line without a row. */
  note(op: 'A' | 'R' | 'V' | 'M', ledger: string, record: string, facts: Change['d'], why?: string): void;
  readonly shelves: Shelves;
}

export interface Journal {
  write<T>(caller: Caller, work: (desk: Desk) => T): T;
  /** Called after each commit with the ledgers it touched. */
  onChange(listener: (ledgers: ReadonlySet<string>, at: Instant) => void): void;
}

interface LineFacts {
  readonly l: string;
  readonly k: string;
  readonly op: Change['op'];
  readonly b: number;
  readonly v: number;
  readonly d: Change['d'];
  readonly why?: string | undefined;
  readonly personal: boolean;
}

/** @param office division code and number of the office, `519901-07`: the root of the chain. */
export function openJournal(db: WriteHandle, office: string, clock: Clock): Journal {
  const selectHead = db.prepare('SELECT epoch, n, h, line FROM journal ORDER BY epoch DESC, n DESC LIMIT 1');
  const insertLine = db.prepare(
    'INSERT INTO journal (epoch, n, line, leaf, h, ledger, record, op) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const nextNumber = db
    .prepare(
      'INSERT INTO sequences (ledger, last) VALUES (?, 1) ON CONFLICT (ledger) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck();
  const rows = rowWriter(db);
  const shelves = openShelves(db);
  const listeners: ((ledgers: ReadonlySet<string>, at: Instant) => void)[] = [];

  // Read inside the transaction each time: a head kept in memory is wrong after a rollback.
  function headNow(): Head & { readonly line: string | null } {
    const row = selectHead.get() as { epoch: number; n: number; h: Buffer; line: string } | undefined;
    return row ?? { epoch: EPOCH, n: 0, h: chainStart(office, EPOCH), line: null };
  }

  function append(caller: Caller, now: Instant, facts: LineFacts): number {
    const head = headNow();
    const n = head.n + 1;
    const line = encodeChange({
      n,
      t: now,
      u: caller.staff,
      via: caller.door,
      l: facts.l,
      k: facts.k,
      op: facts.op,
      b: facts.b,
      v: facts.v,
      d: facts.d,
      s: SCHEMA,
      ...(facts.why === undefined || facts.why === '' ? {} : { why: facts.why }),
      ...(facts.personal ? { r: randomBytes(8).toString('base64url') } : {}),
    });
    const leaf = leafOf(line);
    insertLine.run(head.epoch, n, line, leaf, chainNext(head.h, leaf), facts.l, facts.k, facts.op);
    return n;
  }

  /** Orders nothing, but an auditor must see it: the PC's clock went back. */
  function noteClock(caller: Caller, now: Instant): void {
    const last = headNow().line;
    if (last === null) return;
    const before = (JSON.parse(last) as Change).t;
    if (now >= before) return;
    const facts = { event: 'clock-backwards', was: before, is: now };
    append(caller, now, { l: 'office', k: '-', op: 'A', b: 0, v: 0, d: facts, personal: false });
  }

  function openDesk(caller: Caller, now: Instant, touched: Set<string>): Desk {
    const stamp = { at: now, by: caller.staff };
    return {
      now,
      put(ledger, values, why) {
        const id = formatRecordId(office, Number(nextNumber.get(ledger.name)));
        const d = rows.facts(ledger.table, values);
        const n = append(caller, now, { ...line(ledger, id), op: 'I', b: 0, v: 1, d, why });
        touched.add(ledger.name);
        return rows.insert(ledger.table, id, n, stamp, values);
      },
      patch(ledger, id, revision, changes, why) {
        const before = liveRow(ledger, id, revision);
        const differing = rows.differing(ledger.table, before, changes);
        const d = rows.facts(ledger.table, differing);
        if (Object.keys(d).length === 0) return before;
        const n = append(caller, now, { ...line(ledger, id), op: 'U', b: revision, v: revision + 1, d, why });
        touched.add(ledger.name);
        return rows.update(ledger.table, id, n, stamp, differing);
      },
      retire(ledger, id, revision, why) {
        liveRow(ledger, id, revision);
        const n = append(caller, now, {
          ...line(ledger, id),
          op: 'X',
          b: revision,
          v: revision + 1,
          d: {},
          why,
        });
        touched.add(ledger.name);
        rows.retire(ledger.table, id, n, stamp);
      },
      note(op, ledger, record, facts, why) {
        append(caller, now, { l: ledger, k: record, op, b: 0, v: 0, d: facts, why, personal: op === 'V' });
      },
      shelves,
    };
  }

  function liveRow<T extends LedgerTable>(ledger: Ledger<T>, id: string, revision: number): Row<T> {
    const row = rows.find(ledger.table, id);
    if (row === null || row['retiredAt'] !== null) refuse({ code: 'missing' });
    if (row['revision'] !== revision) refuse({ code: 'stale', revision: Number(row['revision']) });
    return row;
  }

  return {
    write(caller, work) {
      const touched = new Set<string>();
      const now = clock.now();
      const result = db
        .transaction(() => {
          noteClock(caller, now);
          return work(openDesk(caller, now, touched));
        })
        .immediate();
      if (touched.size > 0) for (const listener of listeners) listener(touched, now);
      return result;
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

function line(ledger: Ledger, id: string): { l: string; k: string; personal: boolean } {
  return { l: ledger.name, k: id, personal: ledger.personal };
}
