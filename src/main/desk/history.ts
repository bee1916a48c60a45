/** The history of a record and the way back from one's last change, both read from the journal itself. */
import { parseChange, readForgotten, type Change } from '#bundle-format';
import { HISTORY_MAX, UNDO_SECONDS, type HistoryEntry, type historyContract } from '#shared/contract/desk.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Changes, Ledger, LedgerTable } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import type { Calls } from '#main/rpc/calls.ts';

/** What a room tells about its ledger so that its records have a history. */
export interface HistoryOf {
  readonly ledger: Ledger;
  /** Throws a refusal when this person may not see this record. */
  readonly check: (caller: Caller, id: string) => void;
  /** How a field's value is shown to this person; masked where it must be. */
  readonly show: (
    caller: Caller,
    field: string,
    value: Change['d'][string],
  ) => string | number | boolean | null;
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
  const selectLines = raw
    .prepare('SELECT line FROM journal WHERE ledger = ? AND record = ? ORDER BY epoch, n')
    .pluck();

  function linesOf(ledger: LedgerName, id: string): Change[] {
    const lines = selectLines.all(ledger, id) as string[];
    return lines.filter((line) => readForgotten(line) === null).map(parseChange);
  }

  function historyOf(caller: Caller, ledger: LedgerName, id: string): HistoryOf {
    const history = histories[ledger] ?? refuse({ code: 'forbidden' });
    history.check(caller, id);
    return history;
  }

  return {
    of: (input, caller) => {
      const history = historyOf(caller, input.ledger, input.id);
      const entries: HistoryEntry[] = [];
      const known: Record<string, Change['d'][string]> = {};
      for (const line of linesOf(input.ledger, input.id)) {
        const what = SHOWN_OPS[line.op];
        if (what === undefined) continue;
        const changes = what === 'made' || what === 'changed' ? changesOf(line, known, history, caller) : [];
        if (what === 'changed' || what === 'made') Object.assign(known, line.d);
        entries.push({
          n: line.n,
          at: line.t,
          byName: nameOf(line.u),
          what,
          reason: line.why ?? null,
          changes,
        });
      }
      return entries.reverse().slice(0, HISTORY_MAX);
    },
    undo: (input, caller) => {
      const history = historyOf(caller, input.ledger, input.id);
      const lines = linesOf(input.ledger, input.id).filter((line) => 'IUX'.includes(line.op));
      const last = lines.at(-1) ?? refuse({ code: 'missing' });
      if (last.v !== input.revision) refuse({ code: 'stale', revision: last.v });
      const age = (Date.parse(clock.now()) - Date.parse(last.t)) / 1000;
      if (last.u !== caller.staff || last.op === 'X' || age > UNDO_SECONDS) refuse({ code: 'too-late' });
      journal.write(caller, (desk) => {
        if (last.op === 'I') desk.retire(history.ledger, input.id, last.v, 'undo');
        else desk.patch(history.ledger, input.id, last.v, valuesBefore(lines, last), 'undo');
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
  return Object.entries(line.d).map(([field, after]) => ({
    field,
    before: history.show(caller, field, known[field] ?? null),
    after: history.show(caller, field, after),
  }));
}

/** The fields of the last change with the values they had before it. */
function valuesBefore(lines: readonly Change[], last: Change): Changes<LedgerTable> {
  const before: Record<string, unknown> = {};
  for (const line of lines) if (line !== last) Object.assign(before, line.d);
  return Object.fromEntries(Object.keys(last.d).map((field) => [field, before[field] ?? null]));
}
