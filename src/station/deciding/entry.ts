// An entry of 依法登记事项 as the office's lines made it, and where it stands today. Recomputed here, never believed.
import { hash } from 'node:crypto';
import * as z from 'zod/mini';
import { addDays, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { closedListText, END_WAYS } from '#shared/ledgers/statutory/categories.ts';
import { entryFields } from '#shared/ledgers/statutory/entry.ts';
import { ENTRY_STATES, standingOn, type Standing } from '#shared/ledgers/statutory/standing.ts';
import { APPROVAL_DAYS } from '#shared/ledgers/statutory/term.ts';
import { refuse } from '#station/refusal.ts';
import type { HeldRecord, StationStore } from '#station/store/port.ts';

export const LEDGER = 'statutory_matters';

/** What is empty is left out of a first line. */
const left = <T extends z.ZodMiniType>(inner: T) => z._default(z.nullable(inner), null);
const text = z.string();
const heldEntry = z.object({
  ...entryFields,
  residentId: left(text),
  everyDays: left(z.int()),
  renews: left(text),
  list: text,
  state: z.enum(ENTRY_STATES),
  officer: text,
  enteredOn: text,
  endedOn: left(text),
  endHow: left(z.enum(END_WAYS)),
  noticeOn: left(text),
});
export type HeldEntry = z.infer<typeof heldEntry>;

export interface Matter {
  readonly office: string;
  readonly record: HeldRecord;
  readonly entry: HeldEntry;
  /** Of the person as the population ledger has it now, merges followed; null where nobody knows. */
  readonly otherBirthDate: CalendarDay | null;
  readonly officerName: string;
  readonly standing: Standing;
  /** Days until it removes itself; 0 or less: it is gone. */
  readonly daysLeft: number;
}

/** As entries name the list they were made under. */
export function ownList(): string {
  return hash('sha256', closedListText()).slice(0, 16);
}

/** Null for a record that is none any more. Refuses with `newer-version` what this tool cannot read. */
export async function readMatter(
  store: StationStore,
  office: string,
  record: HeldRecord,
  today: CalendarDay,
): Promise<Matter | null> {
  if (!record.live) return null;
  const parsed = heldEntry.safeParse(record.fields);
  if (!parsed.success) refuse('newer-version', `${LEDGER} ${record.k}`);
  const entry = parsed.data;
  const otherBirthDate =
    entry.residentId === null ? null : await birthDateOf(store, office, entry.residentId);
  return {
    office,
    record,
    entry,
    otherBirthDate,
    officerName: textField(await store.record(office, 'staff', entry.officer), 'name') ?? entry.officer,
    standing: standingOn(entry, today, otherBirthDate),
    daysLeft: daysBetween(today, addDays(entry.enteredOn, APPROVAL_DAYS)),
  };
}

/** Merges are joined into one another; a chain longer than this is none. */
const mergesMost = 20;

async function birthDateOf(
  store: StationStore,
  office: string,
  resident: string,
): Promise<CalendarDay | null> {
  let id = resident;
  for (let more = mergesMost; more > 0; more -= 1) {
    const record = await store.record(office, 'residents', id);
    const next = textField(record, 'mergedInto');
    if (record?.live === true || next === null) return textField(record, 'birthDate');
    id = next;
  }
  return null;
}

function textField(record: HeldRecord | null, name: string): string | null {
  const value = record?.fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
