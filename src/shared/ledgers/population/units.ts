/** 实有单位 and 重点单位核查. Employees have no field. */
import * as z from 'zod/mini';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { readCreditCode } from '#shared/kernel/credit-code.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { hasLabelOfPerson, labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanLines, cleanNumber, cleanText, isPhone } from '#shared/kernel/text-input.ts';

export const UNIT_LAW = '企业事业单位内部治安保卫条例 第13—16条';

export const UNIT_TYPES = [
  'company',
  'shop',
  'school',
  'hospital',
  'hotel',
  'entertainment',
  'bank',
  'government',
  'association',
  'other',
] as const;
export type UnitType = (typeof UNIT_TYPES)[number];

/** 九小场所: small schools, hospitals, shops, restaurants, hotels, entertainment, internet cafés, beauty parlours, workshops. */
export const SMALL_PLACES = [
  'school',
  'clinic',
  'shop',
  'restaurant',
  'hotel',
  'entertainment',
  'internet-cafe',
  'beauty',
  'workshop',
] as const;
export type SmallPlace = (typeof SMALL_PLACES)[number];

export const STAFF_BANDS = ['under-10', '10-50', 'over-50'] as const;

const person = z.nullable(z.string().check(z.maxLength(70)));
const phone = z.nullable(z.string().check(z.maxLength(30)));
const dayText = z.nullable(z.string().check(z.maxLength(10)));

export const unitFields = {
  name: z.string().check(z.maxLength(100)),
  /** GB 32100-2015, 18 characters; null where it is not known. */
  creditCode: z.nullable(z.string().check(z.maxLength(30))),
  type: z.enum(UNIT_TYPES),
  addressId: z.string().check(z.regex(RECORD_ID)),
  keeperName: person,
  keeperPhone: phone,
  securityName: person,
  securityPhone: phone,
  hours: z.string().check(z.maxLength(60)),
  staffBand: z.nullable(z.enum(STAFF_BANDS)),
  smallPlace: z.nullable(z.enum(SMALL_PLACES)),
  /** 重点单位: the decision of the government that confirmed it (条例 13). Both or neither. */
  keySince: dayText,
  keyDecision: z.nullable(z.string().check(z.maxLength(100))),
};
export const unitInput = z.object(unitFields);
export type UnitInput = z.infer<typeof unitInput>;

export function cleanUnit(input: UnitInput): UnitInput {
  const name = (value: string | null) => cleanPersonName(value ?? '') || null;
  const number = (value: string | null) => cleanNumber(value ?? '') || null;
  return {
    ...input,
    name: cleanText(input.name),
    creditCode: number(input.creditCode)?.toUpperCase() ?? null,
    keeperName: name(input.keeperName),
    keeperPhone: number(input.keeperPhone),
    securityName: name(input.securityName),
    securityPhone: number(input.securityPhone),
    hours: cleanText(input.hours),
    keySince: cleanText(input.keySince ?? '') || null,
    keyDecision: cleanText(input.keyDecision ?? '') || null,
  };
}

export function unitIssues(input: UnitInput, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (input.name === '') issues.push({ field: 'name', rule: 'required' });
  if ([...input.name].length > 80) issues.push({ field: 'name', rule: 'too-long' });
  const flaw = input.creditCode === null ? null : readCreditCode(input.creditCode).flaw;
  if (flaw === 'length' || flaw === 'character') issues.push({ field: 'creditCode', rule: flaw });
  for (const field of ['keeperName', 'securityName'] as const) {
    const value = input[field];
    const rule = value === null ? null : personNameIssue(value);
    if (rule !== null) issues.push({ field, rule });
  }
  for (const field of ['keeperPhone', 'securityPhone'] as const) {
    const value = input[field];
    if (value !== null && !isPhone(value)) issues.push({ field, rule: 'not-a-phone' });
  }
  if (input.keySince !== null && !isCalendarDay(input.keySince))
    issues.push({ field: 'keySince', rule: 'unread' });
  else if (input.keySince !== null && input.keySince > today)
    issues.push({ field: 'keySince', rule: 'future' });
  if (input.keySince !== null && input.keyDecision === null)
    issues.push({ field: 'keyDecision', rule: 'required' });
  if (input.keyDecision !== null && input.keySince === null)
    issues.push({ field: 'keySince', rule: 'required' });
  // A body may carry out a measure of the law and be called by it: 青禾县强制隔离戒毒所.
  if (hasLabelOfPerson(input.name)) issues.push({ field: 'name', rule: 'label' });
  return [...issues, ...labelIssues(input, ['hours', 'keyDecision'])];
}

export function unitWarnings(input: UnitInput): FieldIssue[] {
  const flaw = input.creditCode === null ? null : readCreditCode(input.creditCode).flaw;
  return flaw === 'check' ? [{ field: 'creditCode', rule: 'check-digit' }] : [];
}

/** What is looked at, each by itself. */
export const CHECK_ITEMS = [
  'guardDuty',
  'keyPositions',
  'fireExits',
  'extinguishers',
  'wiring',
  'gas',
  'hotelBook',
] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];
export const CHECK_MARKS = ['fine', 'fault', 'not-applicable'] as const;
export type CheckMark = (typeof CHECK_MARKS)[number];

export const RECHECK_RESULTS = ['put-right', 'partly', 'not'] as const;
export const FINDING_MAX = 300;
/** Months a check is kept as a record of work done. */
export const UNIT_CHECK_RETENTION_MONTHS = 36;

const mark = z.enum(CHECK_MARKS);
export const unitCheckFields = {
  unitId: z.string().check(z.regex(RECORD_ID)),
  checkedOn: z.string().check(z.maxLength(10)),
  /** Staff id of the officer; a check needs at least one (条例 16). */
  officer: z.string().check(z.regex(RECORD_ID)),
  companion: z.nullable(z.string().check(z.regex(RECORD_ID))),
  guardDuty: mark,
  keyPositions: mark,
  fireExits: mark,
  extinguishers: mark,
  wiring: mark,
  gas: mark,
  hotelBook: mark,
  /** What was found, about the place. */
  finding: z.string().check(z.maxLength(FINDING_MAX + 50)),
  fixedOnSite: z.boolean(),
  /** 整改通知书 and the day by which it has to be put right. */
  noticeNo: z.nullable(z.string().check(z.maxLength(40))),
  deadline: dayText,
};
export const unitCheckInput = z.object(unitCheckFields);
export type UnitCheckInput = z.infer<typeof unitCheckInput>;

export function cleanUnitCheck(input: UnitCheckInput): UnitCheckInput {
  return {
    ...input,
    checkedOn: cleanText(input.checkedOn),
    finding: cleanLines(input.finding),
    noticeNo: cleanText(input.noticeNo ?? '') || null,
    deadline: cleanText(input.deadline ?? '') || null,
  };
}

export function unitCheckIssues(input: UnitCheckInput, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (!isCalendarDay(input.checkedOn)) issues.push({ field: 'checkedOn', rule: 'unread' });
  else if (input.checkedOn > today) issues.push({ field: 'checkedOn', rule: 'future' });
  if ([...input.finding].length > FINDING_MAX) issues.push({ field: 'finding', rule: 'too-long' });
  const faults = CHECK_ITEMS.some((item) => input[item] === 'fault');
  if (faults && input.finding === '') issues.push({ field: 'finding', rule: 'required' });
  if (faults && !input.fixedOnSite && input.deadline === null)
    issues.push({ field: 'deadline', rule: 'required' });
  if (input.deadline !== null && !isCalendarDay(input.deadline))
    issues.push({ field: 'deadline', rule: 'unread' });
  else if (input.deadline !== null && input.deadline < input.checkedOn)
    issues.push({ field: 'deadline', rule: 'before-start' });
  return [...issues, ...labelIssues(input, ['finding', 'noticeNo'])];
}

/** A hazard stands open until a recheck found it put right. */
export function isOpenCheck(check: {
  readonly deadline: CalendarDay | null;
  readonly recheckResult: (typeof RECHECK_RESULTS)[number] | null;
}): boolean {
  return check.deadline !== null && check.recheckResult !== 'put-right';
}
