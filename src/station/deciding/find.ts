// Finds what a verb names: an enrolled office, and an entry of it that somebody may answer.
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { refuse } from '#station/refusal.ts';
import type { Station } from '#station/station.ts';
import { LEDGER, readMatter, type Matter } from './entry.ts';

/** Enrolled offices by code, each once; of one where it is named. Refuses with `unknown-office`. */
export function officesOf(
  { keysets }: Station,
  only: string | null,
): readonly { readonly office: string; readonly name: string }[] {
  const known = new Map(keysets.current.offices.map(({ office, name }) => [office, name]));
  const found = [...known].filter(([office]) => only === null || office === only);
  if (only !== null && found.length === 0) refuse('unknown-office', only);
  return found.map(([office, name]) => ({ office, name }));
}

/** Refuses with `unknown-office`, `unknown-record`, `record-gone`. */
export async function findMatter(
  station: Station,
  office: string,
  number: string,
  today: CalendarDay,
): Promise<Matter> {
  officesOf(station, office);
  const record = (await station.store.record(office, LEDGER, number)) ?? refuse('unknown-record', number);
  return (await readMatter(station.store, office, record, today)) ?? refuse('record-gone', number);
}

/** Every live entry of an office, by number. */
export async function mattersOf(
  { store }: Station,
  office: string,
  today: CalendarDay,
): Promise<readonly Matter[]> {
  const matters: Matter[] = [];
  for (const record of await store.records(office, LEDGER)) {
    const matter = await readMatter(store, office, record, today);
    if (matter !== null) matters.push(matter);
  }
  return matters;
}
