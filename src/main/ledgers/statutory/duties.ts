/** 法定义务 of an entry: put down when it takes effect, answered with a result, each followed by the next. Nothing is narrated. */
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { firstDuties, nextDuty, type DutyDay, type DutyDone } from '#shared/ledgers/statutory/duties.ts';
import type { Desk } from '#main/db/journal.ts';
import { statutoryDutiesLedger, type DutyEntry, type MatterEntry } from './tables.ts';

/** @param day on which the entry takes effect */
export function putFirstDuties(desk: Desk, entry: MatterEntry, day: CalendarDay): DutyEntry[] {
  return firstDuties(entry, day).map((duty) => putDuty(desk, entry, duty));
}

export function answerDuty(
  desk: Desk,
  entry: MatterEntry,
  duty: DutyEntry,
  done: DutyDone,
  caller: Caller,
): { readonly answered: DutyEntry; readonly next: DutyEntry | null } {
  const next = nextDuty(entry, duty, done);
  const { id, revision } = duty;
  const answered = desk.patch(statutoryDutiesLedger, id, revision, { ...done, doneBy: caller.staff });
  return { answered, next: next === null ? null : putDuty(desk, entry, next) };
}

/**
 * Takes an answer back that was written by mistake: by whoever wrote it, on the day they did, and not once the duty that
 * followed was answered too.
 */
export function takeBackAnswer(
  desk: Desk,
  { entry, duties }: { readonly entry: MatterEntry; readonly duties: readonly DutyEntry[] },
  duty: DutyEntry,
  caller: Caller,
): DutyEntry {
  const { id, revision, doneOn, result } = duty;
  if (doneOn === null || result === null) return refuse({ code: 'missing' });
  if (duty.doneBy !== caller.staff || dayOf(duty.updatedAt) !== dayOf(desk.now))
    return refuse({ code: 'too-late' });
  const followed = nextDuty(entry, duty, { result, doneOn });
  if (followed !== null) {
    const next = duties.find(
      (one) => one.kind === followed.kind && one.dueOn === followed.dueOn && one.doneOn === null,
    );
    if (next === undefined) return refuse({ code: 'too-late' });
    desk.retire(statutoryDutiesLedger, next.id, next.revision, '');
  }
  const open = { doneOn: null, result: null, recordNumber: '', doneBy: null };
  return desk.patch(statutoryDutiesLedger, id, revision, open);
}

function putDuty(desk: Desk, { id, source, synthetic }: MatterEntry, { kind, dueOn }: DutyDay): DutyEntry {
  return desk.put(statutoryDutiesLedger, {
    matterId: id,
    kind,
    dueOn,
    doneOn: null,
    result: null,
    recordNumber: '',
    doneBy: null,
    source,
    synthetic,
  });
}
