/**
 * How much of an identity number leaves the office unasked. The only place that decides it: rows, households, doubles, import
 * rows and histories all come through here, so no screen is ever handed more than its person may read.
 */
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { maskIdNumber, readIdNumber, tailOf } from '#shared/kernel/citizen-number.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { isCheckedType, isChild } from '#shared/ledgers/population/residents.ts';
import type { ResidentRecord } from '#main/ledgers/population/tables.ts';

/** Who reads, and on which day: ages are counted up to it. */
export interface Reader {
  readonly role: Caller['role'];
  readonly day: CalendarDay;
}

export function readerNow({ role }: Pick<Caller, 'role'>, clock: Clock): Reader {
  return { role, day: today(clock) };
}

/**
 * `519901········0017` for an officer, who may ask for the whole of it. `····0017` for everybody else: the first six and the
 * last four leave few numbers beside the month of birth. Of a child's nothing but dots, for anybody (PIPL 31).
 * @param birthDate as the record says it; null where only the number does, or nothing
 */
export function shownNumber(number: string, birthDate: CalendarDay | null, { role, day }: Reader): string {
  if (isChild(birthDate, day)) return '·'.repeat(number.length);
  const masked = maskIdNumber(number);
  return role === 'officer' ? masked : masked.replace(/^[^·]*·+/u, '····');
}

export function maskedNumber(
  { idNumber, idType, birthDate }: Pick<ResidentRecord, 'idNumber' | 'idType' | 'birthDate'>,
  reader: Reader,
): Pick<ResidentRow, 'idTail' | 'idMasked' | 'idFlag'> {
  if (idNumber === null) return { idTail: null, idMasked: null, idFlag: null };
  const reading = isCheckedType(idType) ? readIdNumber(idNumber, reader.day) : null;
  const born = birthDate ?? reading?.birthDate ?? null;
  return {
    idTail: isChild(born, reader.day) ? null : tailOf(idNumber),
    idMasked: shownNumber(idNumber, born, reader),
    idFlag: flagOf(reading),
  };
}

function flagOf(reading: ReturnType<typeof readIdNumber> | null): ResidentRow['idFlag'] {
  if (reading?.flaw === 'check-digit' || reading?.flaw === 'rounded') return reading.flaw;
  return reading?.kind === 'old-15' ? 'old-number' : null;
}
