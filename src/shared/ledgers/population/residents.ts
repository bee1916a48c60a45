/** 实有人口: who lives here. What the law does not let an office keep has no field: see docs/guides/population.md. */
import * as z from 'zod/mini';
import { addMonths, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ageOn, cleanIdNumber, isWordForNone, readIdNumber } from '#shared/kernel/citizen-number.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanNumber, cleanText, isPhone } from '#shared/kernel/text-input.ts';
import { RELATION_CODES } from './relations.ts';

export const RESIDENT_LAW = '户口登记条例 第3、4、15条；居住证暂行条例 第8、9条';

/** Kinds of paper; numbers are GA/T codes, words where the code is not confirmed. */
export const ID_TYPES = [
  '111',
  '114',
  '115',
  '414',
  '511',
  '516',
  '554',
  'hmt-permit',
  'foreign-card',
  'temporary-card',
  'household-book',
  'birth-certificate',
  'none',
] as const;
export type IdType = (typeof ID_TYPES)[number];

/** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not said. */
export const SEXES = ['0', '1', '2', '9'] as const;
export type Sex = (typeof SEXES)[number];

/** 户籍在册常住, 人户分离, 暂住, 境外, 空挂. */
export const RESIDENCE_TYPES = ['registered', 'mismatch', 'temporary', 'overseas', 'empty'] as const;
export type ResidenceType = (typeof RESIDENCE_TYPES)[number];

/** 居住方式: own, rented, lodging, borrowed, dormitory, temporary dormitory, migrants' flat, other. */
export const HOUSING_CODES = ['01', '02', '03', '04', '05', '06', '07', '99'] as const;
export type HousingCode = (typeof HOUSING_CODES)[number];
export const RENTED = '02' satisfies HousingCode;

/** Why somebody is no longer here (GA/T 2000.25): died, missing, moved away, left for a time. */
export const OUT_STATES = ['dead', 'missing', 'moved', 'left'] as const;
export type OutState = (typeof OUT_STATES)[number];

export const PHONES = ['phone', 'phone2', 'phone3'] as const;
/** Below this age a record needs a guardian, and its number is masked whole (PIPL 31). */
export const CHILD_AGE = 14;
/** Months after moving out or death when the office deletes its copy. */
export const OUT_RETENTION_MONTHS = 12;

const phone = z.nullable(z.string().check(z.maxLength(30)));
const dayText = z.nullable(z.string().check(z.maxLength(12)));
const reference = z.nullable(z.string().check(z.regex(RECORD_ID)));

/** What the desk enters. All text may still carry full-width digits and stray spaces. */
export const residentFields = {
  name: z.string().check(z.maxLength(80)),
  /** The name as another paper writes it, or a former one: found by, never shown instead. */
  otherName: z.nullable(z.string().check(z.maxLength(80))),
  idType: z.enum(ID_TYPES),
  /** Null for somebody without papers. */
  idNumber: z.nullable(z.string().check(z.maxLength(40))),
  sex: z.enum(SEXES),
  birthDate: dayText,
  phone,
  phone2: phone,
  phone3: phone,
  addressId: z.string().check(z.regex(RECORD_ID)),
  registerAddress: z.nullable(z.string().check(z.maxLength(120))),
  /** Division code of the register, six digits. */
  registerDivision: z.nullable(z.string().check(z.maxLength(12))),
  residenceType: z.enum(RESIDENCE_TYPES),
  housing: z.nullable(z.enum(HOUSING_CODES)),
  householdId: reference,
  /** GB/T 4761, to the head of the household. */
  relation: z.nullable(z.enum(RELATION_CODES)),
  /** 暂住: since when, and until when as the person expects. */
  stayFrom: dayText,
  stayUntil: dayText,
  guardianId: reference,
  emergencyContact: z.nullable(z.string().check(z.maxLength(80))),
  /** The person agreed that the office keeps that contact. Without it there is none. */
  emergencyConsent: z.boolean(),
  /** The day the personal-information notice was given (PIPL 17, 35). */
  noticeGivenOn: dayText,
};
export const residentInput = z.object(residentFields);
export type ResidentInput = z.infer<typeof residentInput>;

export function cleanResident(input: ResidentInput): ResidentInput {
  const line = (value: string | null) => cleanText(value ?? '') || null;
  const number = (value: string | null) => cleanNumber(value ?? '') || null;
  const idNumber = isWordForNone(input.idNumber ?? '') ? null : cleanIdNumber(input.idNumber ?? '');
  const phones = [...new Set(PHONES.map((field) => number(input[field])).filter((one) => one !== null))];
  return {
    ...input,
    name: cleanPersonName(input.name),
    otherName: cleanPersonName(input.otherName ?? '') || null,
    idType: idNumber === null ? 'none' : input.idType,
    idNumber: input.idType === 'none' ? null : idNumber,
    birthDate: line(input.birthDate),
    phone: phones[0] ?? null,
    phone2: phones[1] ?? null,
    phone3: phones[2] ?? null,
    registerAddress: line(input.registerAddress),
    registerDivision: number(input.registerDivision),
    stayFrom: line(input.stayFrom),
    stayUntil: line(input.stayUntil),
    emergencyContact: input.emergencyConsent ? line(input.emergencyContact) : null,
    noticeGivenOn: line(input.noticeGivenOn),
  };
}

/** Kinds of paper whose number follows the rule of GB 11643. */
const CHECKED_TYPES: readonly IdType[] = [
  '111',
  'hmt-permit',
  'foreign-card',
  'temporary-card',
  'household-book',
];

export function isCheckedType(type: IdType): boolean {
  return CHECKED_TYPES.includes(type);
}

/** What is wrong with a cleaned entry: it cannot be saved so. */
export function residentIssues(input: ResidentInput, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const nameRule = personNameIssue(input.name);
  if (nameRule !== null) issues.push({ field: 'name', rule: nameRule });
  const otherRule = input.otherName === null ? null : personNameIssue(input.otherName);
  if (otherRule !== null) issues.push({ field: 'otherName', rule: otherRule });
  issues.push(...numberIssues(input, today));
  for (const field of PHONES) {
    const value = input[field];
    if (value !== null && !isPhone(value)) issues.push({ field, rule: 'not-a-phone' });
  }
  for (const field of ['birthDate', 'stayFrom', 'stayUntil', 'noticeGivenOn'] as const) {
    const value = input[field];
    if (value !== null && !isCalendarDay(value)) issues.push({ field, rule: 'unread' });
  }
  for (const field of ['birthDate', 'noticeGivenOn'] as const) {
    const value = input[field];
    if (value !== null && isCalendarDay(value) && value > today) issues.push({ field, rule: 'future' });
  }
  if (input.registerDivision !== null && !/^\d{6}$/.test(input.registerDivision))
    issues.push({ field: 'registerDivision', rule: 'six-digits' });
  if (input.stayFrom !== null && input.stayUntil !== null && input.stayUntil < input.stayFrom)
    issues.push({ field: 'stayUntil', rule: 'before-start' });
  return [...issues, ...labelIssues(input, ['registerAddress', 'emergencyContact'])];
}

/** The impossible is refused: a length no paper has, a birthday that does not exist. The rest is a warning. */
function numberIssues({ idType, idNumber }: ResidentInput, today: CalendarDay): FieldIssue[] {
  if (idNumber === null) return idType === 'none' ? [] : [{ field: 'idNumber', rule: 'required' }];
  if (!/^[0-9A-Z()/-]{4,30}$/i.test(idNumber)) return [{ field: 'idNumber', rule: 'characters' }];
  if (!isCheckedType(idType)) return [];
  const { flaw } = readIdNumber(idNumber, today);
  if (flaw === 'length' || flaw === 'birth-date' || flaw === 'scientific')
    return [{ field: 'idNumber', rule: flaw }];
  return [];
}

/** What a person should look at again, and may save all the same. Rules are words the counter has text for. */
export function residentWarnings(input: ResidentInput, today: CalendarDay): FieldIssue[] {
  const warnings: FieldIssue[] = [];
  if (input.idNumber !== null && isCheckedType(input.idType)) {
    const reading = readIdNumber(input.idNumber, today);
    if (reading.flaw === 'check-digit') warnings.push({ field: 'idNumber', rule: 'check-digit' });
    if (reading.flaw === 'rounded') warnings.push({ field: 'idNumber', rule: 'rounded' });
    if (reading.kind === 'old-15') warnings.push({ field: 'idNumber', rule: 'old-number' });
    if (reading.birthDate !== null && input.birthDate !== null && reading.birthDate !== input.birthDate)
      warnings.push({ field: 'birthDate', rule: 'differs-from-number' });
    if (reading.sex !== null && (input.sex === '1' || input.sex === '2') && sexOf(reading.sex) !== input.sex)
      warnings.push({ field: 'sex', rule: 'differs-from-number' });
  }
  if (isChild(input.birthDate, today) && input.guardianId === null)
    warnings.push({ field: 'guardianId', rule: 'child-needs-guardian' });
  if (input.residenceType === 'temporary' && input.stayFrom === null)
    warnings.push({ field: 'stayFrom', rule: 'stay-needs-start' });
  if (input.stayUntil !== null && input.stayUntil < today)
    warnings.push({ field: 'stayUntil', rule: 'stay-is-over' });
  return warnings;
}

export function sexOf(read: 'male' | 'female'): Sex {
  return read === 'male' ? '1' : '2';
}

/** Sex and birthday that a checked number tells, for fields the desk left empty. */
export function derivedFromNumber(
  input: ResidentInput,
  today: CalendarDay,
): Pick<ResidentInput, 'sex' | 'birthDate'> {
  const { sex, birthDate } = input;
  if (input.idNumber === null || !isCheckedType(input.idType)) return { sex, birthDate };
  const reading = readIdNumber(input.idNumber, today);
  return {
    sex: sex === '0' && reading.sex !== null ? sexOf(reading.sex) : sex,
    birthDate: birthDate ?? reading.birthDate,
  };
}

export function isChild(birthDate: CalendarDay | null, today: CalendarDay): boolean {
  return birthDate !== null && isCalendarDay(birthDate) && ageOn(birthDate, today) < CHILD_AGE;
}

export function retainResidentUntil(outOn: CalendarDay): CalendarDay {
  return addMonths(outOn, OUT_RETENTION_MONTHS);
}
