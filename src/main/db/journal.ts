/**
 * The only writer. Every change of a ledger is a row and a journal line in one transaction: both or neither.
 * The line is exactly what a bundle carries (docs/format/bundle-v1.md, "Change line").
 */
import { chainNext, encodeChange, leafOf, type Change } from '#bundle-format';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock, Instant } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { formatRecordId } from '#shared/kernel/ids.ts';
import { finderWriter, type FinderWriter } from './finder.ts';
import { openForgetter, remainsOf } from './forget.ts';
import type { Changes, Ledger, LedgerTable, NewRow, Row } from './ledger-table.ts';
import { SCHEMA } from './migrate.ts';
import type { WriteHandle } from './open.ts';
import { rowWriter } from './row-writer.ts';
import { saltMaker } from './salt.ts';
import { presentOf, startOf } from './epoch.ts';
import { openShelves, type Shelves } from './shelves.ts';
import { runInSteps, type StepOptions, type Steps } from './steps.ts';

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
  /** Brings back a record that was taken out, with these changes: the end of a merge that was none. */
  revive<T extends LedgerTable>(
    ledger: Ledger<T>,
    id: string,
    revision: number,
    changes: Changes<T>,
    why?: string,
  ): Row<T>;
  /**
   * The end of a record's retention (op F): it leaves the ledger, keeps only `ledger.keeps`, and the text of its lines so
   * far is gone. Whatever revision it has: nobody looked at it to decide. Answers with the number of the F line.
   */
  forget(ledger: Ledger, id: string, why: string): number;
  /** A proposal of the station was answered (op C): a line of the live record, which stays as it is. */
  answer(ledger: Ledger, id: string, facts: Change['d'], why?: string): void;
  /** An access, key or receipt event, a sensitive view or a migration (op A, R, V, M): a line without a row. */
  note(op: 'A' | 'R' | 'V' | 'M', ledger: string, record: string, facts: Change['d'], why?: string): void;
  readonly shelves: Shelves;
}

export interface Journal {
  write<T>(caller: Caller, work: (desk: Desk) => T): T;
  /**
   * The same in steps, for work of many records: it shows how far it is, can be cancelled, and is written whole or not at
   * all. Until it ends every other write is refused with `at-work`; reads see the ledger as it was.
   */
  writeInSteps<T>(caller: Caller, work: (desk: Desk) => Steps<T>, options: StepOptions): Promise<T>;
  /** Called after each commit with the ledgers it touched. */
  onChange(listener: (ledgers: ReadonlySet<string>, at: Instant) => void): void;
}

/** What one transaction knows, from its first statement to its commit. */
interface Transaction {
  readonly caller: Caller;
  readonly now: Instant;
  head: Head;
  /** The last number given out in each ledger that this transaction added to. */
  readonly numbers: Map<string, number>;
  readonly finders: FinderWriter;
  readonly touched: Set<string>;
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
  const selectNumber = db.prepare('SELECT last FROM sequences WHERE ledger = ?').pluck();
  const keepNumber = db.prepare('INSERT OR REPLACE INTO sequences (ledger, last) VALUES (?, ?)');
  const rows = rowWriter(db);
  const salt = saltMaker();
  const shelves = openShelves(db);
  const forgetter = openForgetter(db);
  const listeners: ((ledgers: ReadonlySet<string>, at: Instant) => void)[] = [];
  let stepping = false;

  // Read anew by each transaction: a head kept longer is wrong after a rollback.
  function headNow(): Head & { readonly line: string | null } {
    const row = selectHead.get() as { epoch: number; n: number; h: Buffer; line: string } | undefined;
    const present = presentOf(db);
    if (row?.epoch === present.epoch) return row;
    return { epoch: present.epoch, n: 0, h: startOf(office, present), line: row?.line ?? null };
  }

  function append(transaction: Transaction, facts: LineFacts): number {
    const { caller, now, head } = transaction;
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
      ...(facts.personal ? { r: salt() } : {}),
    });
    const leaf = leafOf(line);
    const h = chainNext(head.h, leaf);
    insertLine.run(head.epoch, n, line, leaf, h, facts.l, facts.k, facts.op);
    transaction.head = { epoch: head.epoch, n, h };
    return n;
  }

  /** Orders nothing, but an auditor must see it: the PC's clock went back. */
  function noteClock(transaction: Transaction, last: string | null): void {
    if (last === null) return;
    const before = (JSON.parse(last) as Change).t;
    if (transaction.now >= before) return;
    const facts = { event: 'clock-backwards', was: before, is: transaction.now };
    append(transaction, { l: 'office', k: '-', op: 'A', b: 0, v: 0, d: facts, personal: false });
  }

  function begin(caller: Caller): Transaction {
    const { line, ...head } = headNow();
    const transaction = {
      caller,
      now: clock.now(),
      head,
      numbers: new Map<string, number>(),
      finders: finderWriter(db),
      touched: new Set<string>(),
    };
    noteClock(transaction, line);
    return transaction;
  }

  /** The last statements before the commit: what was gathered while the work went on. */
  function finish(transaction: Transaction): void {
    for (const [ledger, last] of transaction.numbers) keepNumber.run(ledger, last);
    transaction.finders.flush();
  }

  function say({ touched, now }: Transaction): void {
    if (touched.size > 0) for (const listener of listeners) listener(touched, now);
  }

  function nextNumber({ numbers }: Transaction, ledger: string): number {
    const next = (numbers.get(ledger) ?? Number(selectNumber.get(ledger) ?? 0)) + 1;
    numbers.set(ledger, next);
    return next;
  }

  function openDesk(transaction: Transaction): Desk {
    const { caller, now, touched, finders } = transaction;
    const stamp = { at: now, by: caller.staff };
    return {
      now,
      put(ledger, values, why) {
        const id = formatRecordId(office, nextNumber(transaction, ledger.name));
        const d = rows.facts(ledger.table, values, 'filled');
        const n = append(transaction, { ...line(ledger, id), op: 'I', b: 0, v: 1, d, why });
        touched.add(ledger.name);
        const row = rows.insert(ledger.table, id, n, stamp, values);
        finders.follow(ledger, row, null);
        return row;
      },
      patch(ledger, id, revision, changes, why) {
        const before = liveRow(ledger, id, revision);
        const differing = rows.differing(ledger.table, before, changes);
        const d = rows.facts(ledger.table, differing);
        if (Object.keys(d).length === 0) return before;
        const n = append(transaction, { ...line(ledger, id), op: 'U', b: revision, v: revision + 1, d, why });
        touched.add(ledger.name);
        const row = rows.update(ledger.table, id, n, stamp, differing);
        finders.follow(ledger, row, before);
        return row;
      },
      retire(ledger, id, revision, why) {
        const before = liveRow(ledger, id, revision);
        const v = revision + 1;
        const n = append(transaction, { ...line(ledger, id), op: 'X', b: revision, v, d: {}, why });
        touched.add(ledger.name);
        rows.retire(ledger.table, id, n, stamp);
        finders.leave(ledger, before);
      },
      revive(ledger, id, revision, changes, why) {
        const before = rows.find(ledger.table, id);
        const isGone = before === null || before['retiredAt'] === null || !forgetter.mayForget(ledger, id);
        if (isGone) refuse({ code: 'missing' });
        if (before['revision'] !== revision) refuse({ code: 'stale', revision: Number(before['revision']) });
        const d = rows.facts(ledger.table, rows.differing(ledger.table, before, changes));
        const n = append(transaction, { ...line(ledger, id), op: 'U', b: revision, v: revision + 1, d, why });
        touched.add(ledger.name);
        const row = rows.update(ledger.table, id, n, stamp, changes, 'revived');
        finders.follow(ledger, row, null);
        return row;
      },
      forget(ledger, id, why) {
        const row = rows.find(ledger.table, id);
        if (row === null || !forgetter.mayForget(ledger, id)) return refuse({ code: 'missing' });
        const v = Number(row['revision']) + 1;
        const d = rows.facts(ledger.table, remainsOf(ledger, row));
        const facts = { ...line(ledger, id), op: 'F', b: v, v, d, why, personal: false } as const;
        const n = append(transaction, facts);
        touched.add(ledger.name);
        forgetter.forget(ledger, id, transaction.head, stamp);
        finders.leave(ledger, row);
        return n;
      },
      answer(ledger, id, facts, why) {
        const row = rows.find(ledger.table, id);
        if (row === null || row['retiredAt'] !== null) return refuse({ code: 'missing' });
        const v = Number(row['revision']);
        append(transaction, { ...line(ledger, id), op: 'C', b: v, v, d: facts, why });
        touched.add(ledger.name);
      },
      note(op, ledger, record, facts, why) {
        append(transaction, { l: ledger, k: record, op, b: 0, v: 0, d: facts, why, personal: op === 'V' });
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
      if (stepping) refuse({ code: 'at-work' });
      const [result, transaction] = db
        .transaction(() => {
          const begun = begin(caller);
          const made = work(openDesk(begun));
          finish(begun);
          return [made, begun] as const;
        })
        .immediate();
      say(transaction);
      return result;
    },
    async writeInSteps(caller, work, options) {
      if (stepping) refuse({ code: 'at-work' });
      stepping = true;
      try {
        const [result, transaction] = await runInSteps(
          db,
          function* () {
            const begun = begin(caller);
            const made = yield* work(openDesk(begun));
            finish(begun);
            return [made, begun] as const;
          },
          options,
        );
        say(transaction);
        return result;
      } finally {
        stepping = false;
      }
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

function line(ledger: Ledger, id: string): { l: string; k: string; personal: boolean } {
  return { l: ledger.name, k: id, personal: ledger.personal };
}
