/** The history of a record and the way back from one's last change, both read from the journal itself. */
import type { Change } from '#bundle-format';
import { HISTORY_MAX, UNDO_SECONDS, type HistoryEntry, type historyContract } from '#shared/contract/desk.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import type { Desk, Journal } from '#main/db/journal.ts';
import { historyLines, type HeldChange } from '#main/db/journal-lines.ts';
import type { Changes, Ledger, LedgerTable } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import type { Calls } from '#main/rpc/calls.ts';

/** What a room tells about its ledger so that its records have a history. */
export interface HistoryOf {
  readonly ledger: Ledger;
  /** Throws a refusal when this person may not see this record. */
  readonly check: (caller: Caller, id: string) => void;
  /** How a field's value of this record is shown to this person; masked where it must be. */
  readonly show: (
    caller: Caller,
    field: string,
    value: Change['d'][string],
    id: string,
  ) => string | number | boolean | null;
  /** True for a field of whose changes this person is not even told that there were any. */
  readonly hides?: (caller: Caller, field: string) => boolean;
  /** Other records whose past is part of this one's: those that were merged into it. */
  readonly alsoOf?: (id: string) => readonly string[];
  /**
   * False where a change cannot be taken back by itself: it was part of a larger one, or what stood before no longer fits
   * what other records say. `before` are the fields it changed, as they were; of a new record there are none.
   */
  readonly mayUndo?: (last: HeldChange, before: Changes<LedgerTable>) => boolean;
  /** What goes back together with it, in the same transaction. */
  readonly alsoUndo?: (last: HeldChange, before: Changes<LedgerTable>) => (desk: Desk) => void;
}

export type Histories = Partial<Record<LedgerName, HistoryOf>>;

const SHOWN_OPS: Partial<Record<Change['op'], HistoryEntry['what']>> = {
  I: 'made',
  U: 'changed',
  X: 'retired',
  V: 'seen',
};

export function historyService(
  raw: Store['raw'],
  journal: Journal,
  clock: Clock,
  histories: Histories,
  nameOf: (staff: string) => string,
): Calls<typeof historyContract> {
  function historyOf(caller: Caller, ledger: LedgerName, id: string): HistoryOf {
    const history = histories[ledger] ?? refuse({ code: 'forbidden' });
    history.check(caller, id);
    return history;
  }

  /** Of one record, oldest first. */
  function entriesOf(history: HistoryOf, caller: Caller, lines: readonly HeldChange[]): HistoryEntry[] {
    const known: Record<string, Change['d'][string]> = {};
    return lines.flatMap((line) => {
      const what = SHOWN_OPS[line.op];
      if (what === undefined) return [];
      const tells = what === 'made' || what === 'changed';
      const changes = tells ? changesOf(line, known, history, caller) : [];
      if (tells) Object.assign(known, line.d);
      if (tells && changes.length === 0) return [];
      const { epoch, n, t: at, u, why: reason = null } = line;
      return [{ epoch, n, at, byName: nameOf(u), what, reason, changes }];
    });
  }

  return {
    of: (input, caller) => {
      const history = historyOf(caller, input.ledger, input.id);
      return [input.id, ...(history.alsoOf?.(input.id) ?? [])]
        .flatMap((id) => entriesOf(history, caller, historyLines(raw, input.ledger, id)))
        .sort((a, b) => b.epoch - a.epoch || b.n - a.n)
        .slice(0, HISTORY_MAX);
    },
    undo: (input, caller) => {
      const history = historyOf(caller, input.ledger, input.id);
      const lines = historyLines(raw, input.ledger, input.id).filter((line) => 'IUX'.includes(line.op));
      const last = lines.at(-1) ?? refuse({ code: 'missing' });
      if (last.v !== input.revision) refuse({ code: 'stale', revision: last.v });
      const age = (Date.parse(clock.now()) - Date.parse(last.t)) / 1000;
      if (last.u !== caller.staff || last.op === 'X' || age > UNDO_SECONDS) refuse({ code: 'too-late' });
      const before = valuesBefore(lines, last);
      if (history.mayUndo?.(last, before) === false) refuse({ code: 'too-late' });
      const undoRest = history.alsoUndo?.(last, before);
      journal.write(caller, (desk) => {
        if (last.op === 'I') desk.retire(history.ledger, input.id, last.v, 'undo');
        else desk.patch(history.ledger, input.id, last.v, before, 'undo');
        undoRest?.(desk);
      });
      return { left: last.op !== 'I' };
    },
  };
}

function changesOf(
  line: Change,
  known: Change['d'],
  history: HistoryOf,
  caller: Caller,
): HistoryEntry['changes'] {
  return Object.entries(line.d)
    .filter(([field]) => history.hides?.(caller, field) !== true)
    .map(([field, after]) => ({
      field,
      before: history.show(caller, field, known[field] ?? null, line.k),
      after: history.show(caller, field, after, line.k),
    }));
}

/** The fields of the last change with the values they had before it. */
function valuesBefore(lines: readonly Change[], last: Change): Changes<LedgerTable> {
  const before: Record<string, unknown> = {};
  for (const line of lines) if (line !== last) Object.assign(before, line.d);
  return Object.fromEntries(Object.keys(last.d).map((field) => [field, before[field] ?? null]));
}
