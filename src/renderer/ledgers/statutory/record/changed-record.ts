/**
 * A record that is on the screen after a deed, without reading it again: each look leaves a line, and what the deed changed is
 * known. The duty that follows has no number here until the record is opened anew.
 */
import type { DutyRow, MatterRecord, MatterRow } from '#shared/contract/key-persons/statutory.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { nextDuty } from '#shared/ledgers/statutory/duties.ts';

/** Stands for the number that the office gave and this screen does not know. */
export const UNKNOWN = '';

export function openDuties({ duties }: Pick<MatterRecord, 'duties'>): DutyRow[] {
  return duties.filter(({ doneOn }) => doneOn === null).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The latest first. */
export function doneDuties({ duties }: Pick<MatterRecord, 'duties'>): DutyRow[] {
  return duties
    .filter(({ doneOn }) => doneOn !== null)
    .toSorted((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? 1 : -1));
}

export function afterDuty(record: MatterRecord, done: DutyRow): MatterRecord {
  const { result, doneOn } = done;
  const duties = record.duties.map((duty) => (duty.id === done.id ? done : duty));
  if (result === null || doneOn === null) return { ...record, duties };
  const next = nextDuty(record, done, { result, doneOn });
  if (next === null) return { ...record, duties };
  const row = {
    ...next,
    id: UNKNOWN,
    revision: 0,
    doneOn: null,
    result: null,
    recordNumber: '',
    doneByName: '',
  };
  return { ...record, duties: [...duties, row] };
}

/** The duty is open again, and the one that followed from it is gone. */
export function afterUndo(record: MatterRecord, again: DutyRow): MatterRecord {
  const duties = record.duties.filter(
    ({ id, kind, doneOn, dueOn }) =>
      id === again.id || kind !== again.kind || doneOn !== null || dueOn <= again.dueOn,
  );
  return { ...record, duties: duties.map((duty) => (duty.id === again.id ? again : duty)) };
}

/** What the list shows of it. */
export function rowOf(record: MatterRecord, today: CalendarDay): Partial<MatterRow> {
  const open = openDuties(record);
  const [first] = open;
  return {
    revision: record.revision,
    name: record.name,
    next: first === undefined ? null : { kind: first.kind, dueOn: first.dueOn },
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
  };
}
