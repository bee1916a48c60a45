/** What stands in the form of a check. Nothing is taken for granted: each item is looked at and chosen. */
import * as z from 'zod/mini';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  CHECK_ITEMS,
  CHECK_MARKS,
  cleanUnitCheck,
  unitCheckIssues,
  type UnitCheckInput,
} from '#shared/ledgers/population/units.ts';

const mark = z.nullable(z.enum(CHECK_MARKS));

const checkValues = z.object({
  unitId: z.string(),
  checkedOn: z.nullable(z.string()),
  officer: z.nullable(z.string()),
  companion: z.nullable(z.string()),
  guardDuty: mark,
  keyPositions: mark,
  fireExits: mark,
  extinguishers: mark,
  wiring: mark,
  gas: mark,
  hotelBook: mark,
  finding: z.string(),
  fixedOnSite: z.boolean(),
  noticeNo: z.string(),
  deadline: z.nullable(z.string()),
});
export type CheckValues = z.infer<typeof checkValues>;

export function newCheck(unitId: string, today: CalendarDay, officer: string | null): CheckValues {
  return {
    unitId,
    checkedOn: today,
    officer,
    companion: null,
    guardDuty: null,
    keyPositions: null,
    fireExits: null,
    extinguishers: null,
    wiring: null,
    gas: null,
    hotelBook: null,
    finding: '',
    fixedOnSite: false,
    noticeNo: '',
    deadline: null,
  };
}

export function hasFault(values: Pick<CheckValues, (typeof CHECK_ITEMS)[number]>): boolean {
  return CHECK_ITEMS.some((item) => values[item] === 'fault');
}

/** Null while something that is needed is not chosen. */
export function toCheck(values: CheckValues): UnitCheckInput | null {
  const { checkedOn, officer, guardDuty, keyPositions, fireExits, extinguishers, wiring, gas, hotelBook } =
    values;
  if (
    checkedOn === null ||
    officer === null ||
    guardDuty === null ||
    keyPositions === null ||
    fireExits === null ||
    extinguishers === null ||
    wiring === null ||
    gas === null ||
    hotelBook === null
  )
    return null;
  const isOwed = hasFault(values) && !values.fixedOnSite;
  const marks = { guardDuty, keyPositions, fireExits, extinguishers, wiring, gas, hotelBook };
  return {
    ...values,
    ...marks,
    checkedOn,
    officer,
    fixedOnSite: hasFault(values) && values.fixedOnSite,
    noticeNo: hasFault(values) ? values.noticeNo : null,
    // What was put right on the spot, or was no fault, owes nothing.
    deadline: isOwed ? values.deadline : null,
  };
}

/** The rules of the ledger, as far as they can be told while items are still open. */
export function checkIssues(values: CheckValues, today: CalendarDay): FieldIssue[] {
  const rest = { guardDuty: 'fine', keyPositions: 'fine', fireExits: 'fine', extinguishers: 'fine' } as const;
  const marks = { ...rest, wiring: 'fine', gas: 'fine', hotelBook: 'fine' } as const;
  const chosen = Object.fromEntries(
    CHECK_ITEMS.flatMap((item) => (values[item] === null ? [] : [[item, values[item]]])),
  );
  const whole = toCheck({ ...values, ...marks, ...chosen });
  return whole === null ? [] : unitCheckIssues(cleanUnitCheck(whole), today);
}

/** Null where the draft was kept by another version of the form. */
export function readDraft(content: string): CheckValues | null {
  try {
    const read = checkValues.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
