/** Entries as they leave the office: in the list, on their page, while they wait, and as counts. Field by field. */
import type {
  DutyRow,
  MatterRecord,
  MatterRow,
  StatutoryDue,
  WaitingRow,
} from '#shared/contract/key-persons/statutory.ts';
import { addDays, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { maskName } from '#shared/kernel/person-name.ts';
import { isListed } from '#shared/ledgers/statutory/standing.ts';
import { APPROVAL_DAYS, REMINDER_DAYS } from '#shared/ledgers/statutory/term.ts';
import type { DutyEntry, MatterEntry } from './tables.ts';
import type { Matter } from './visible.ts';

type NameOf = (staff: string) => string;
const WEEK_DAYS = 7;

/** The first day on which it holds no more, or did not. */
export function endOf({ endsOn, endedOn }: MatterEntry): CalendarDay {
  return endedOn !== null && endedOn < endsOn ? endedOn : endsOn;
}

const isOpen = ({ doneOn }: DutyEntry): boolean => doneOn === null;

/** @param duties of this entry, by the day they are due */
export function shownRow(
  { entry, standing }: Matter,
  duties: readonly DutyEntry[],
  today: CalendarDay,
  nameOf: NameOf,
): MatterRow {
  const open = standing === 'in-force' ? duties.filter(isOpen) : [];
  const next = open[0];
  return {
    id: entry.id,
    revision: entry.revision,
    category: entry.category,
    name: entry.name,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn,
    daysLeft: daysBetween(today, endOf(entry)),
    standing,
    next: next === undefined ? null : { kind: next.kind, dueOn: next.dueOn },
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
    officerName: nameOf(entry.officer),
    synthetic: entry.synthetic,
  };
}

export function shownRecord(
  { entry, standing }: Matter,
  duties: readonly DutyEntry[],
  today: CalendarDay,
  nameOf: NameOf,
): MatterRecord {
  const { protectedName, decidedOn, state } = entry;
  return {
    id: entry.id,
    revision: entry.revision,
    category: entry.category,
    residentId: entry.residentId,
    name: entry.name,
    birthDate: entry.birthDate,
    issuerKind: entry.issuerKind,
    issuer: entry.issuer,
    documentNumber: entry.documentNumber,
    documentDate: entry.documentDate,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn,
    everyDays: entry.everyDays,
    leadBody: entry.leadBody,
    leadContact: entry.leadContact,
    leadPhone: entry.leadPhone,
    renews: entry.renews,
    standing,
    daysLeft: daysBetween(today, endOf(entry)),
    officer: { id: entry.officer, name: nameOf(entry.officer) },
    enteredOn: entry.enteredOn,
    enteredByName: nameOf(entry.enteredBy),
    // A court order runs without an answer: nobody approved it.
    approvedOn: state === 'approved' && entry.reviewer !== '' ? decidedOn : null,
    reviewer: entry.reviewer,
    secondReviewer: entry.secondReviewer,
    endedOn: entry.endedOn,
    noticeOn: entry.noticeOn,
    protectedMasked: protectedName === '' ? null : maskName(protectedName),
    duties: duties.map((duty) => shownDuty(duty, nameOf)),
    synthetic: entry.synthetic,
  };
}

export function shownDuty(duty: DutyEntry, nameOf: NameOf): DutyRow {
  const { id, revision, kind, dueOn, doneOn, result, recordNumber, doneBy } = duty;
  const doneByName = doneBy === null ? '' : nameOf(doneBy);
  return { id, revision, kind, dueOn, doneOn, result, recordNumber, doneByName };
}

/** @param sent whether an export has carried it as it is */
export function shownWaiting({ entry }: Matter, sent: boolean): WaitingRow {
  const { id, revision, category, state, enteredOn, denial } = entry;
  const goneOn = addDays(enteredOn, APPROVAL_DAYS);
  return { id, revision, category, state, enteredOn, goneOn, sent, denial };
}

/** @param matters those that this officer is in charge of */
export function countDue(
  matters: readonly Matter[],
  dutiesOf: (ids: readonly string[]) => readonly DutyEntry[],
  today: CalendarDay,
): StatutoryDue {
  const inForce = matters.filter(({ standing }) => standing === 'in-force');
  const open = dutiesOf(inForce.map(({ entry }) => entry.id)).filter(isOpen);
  const last = addDays(today, WEEK_DAYS);
  const [soon] = REMINDER_DAYS;
  return {
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
    today: open.filter(({ dueOn }) => dueOn === today).length,
    week: open.filter(({ dueOn }) => dueOn > today && dueOn <= last).length,
    ending: inForce.filter(({ entry }) => daysBetween(today, endOf(entry)) <= soon).length,
    notices: matters.filter(({ standing }) => standing === 'notice-due').length,
    waiting: matters.filter(({ standing }) => standing === 'provisional').length,
  };
}

/** Those of a list, each with its duties. */
export function shownList(
  matters: readonly Matter[],
  dutiesOf: (ids: readonly string[]) => readonly DutyEntry[],
  today: CalendarDay,
  nameOf: NameOf,
): MatterRow[] {
  const listed = matters.filter(({ standing }) => isListed(standing));
  const duties = Map.groupBy(dutiesOf(listed.map(({ entry }) => entry.id)), ({ matterId }) => matterId);
  return listed.map((matter) => shownRow(matter, duties.get(matter.entry.id) ?? [], today, nameOf));
}
