/**
 * 关爱服务: help that somebody asked for. No statute puts them under a duty of the police, so there is nothing but a written
 * consent of twelve months at the most, whom to call, and what help is wanted from a closed list. Nothing says why.
 */
import * as z from 'zod/mini';
import { addDays, addMonths, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { cleanPersonName, PERSON_NAME_MAX, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanNumber, isPhone } from '#shared/kernel/text-input.ts';
import type { OutState } from '#shared/ledgers/population/residents.ts';

/** 独居老人, 走失协寻, 残疾人求助联络, 困境/留守儿童转介, 救助联络卡, 释放后自愿帮扶. */
export const CARE_CODES = ['CA01', 'CA02', 'CA03', 'CA04', 'CA05', 'CA06'] as const;
export type CareCode = (typeof CARE_CODES)[number];

/** Offered only where an administrator switched it on (《监狱法》: equal rights, no list of those who were released). */
export const OFF_BY_DEFAULT: readonly CareCode[] = ['CA06'];

/** @param afterReleaseHelp the administrator's switch */
export function offeredCare(afterReleaseHelp: boolean): CareCode[] {
  return CARE_CODES.filter((code) => afterReleaseHelp || !OFF_BY_DEFAULT.includes(code));
}

/** The help that is wanted. A closed list: no words, so no diagnosis and no grade. */
export const CARE_HELP = [
  'look-in',
  'call',
  'find-when-lost',
  'reach-family',
  'refer',
  'carry-card',
] as const;
export type CareHelp = (typeof CARE_HELP)[number];

/** What may be asked for under each heading. Of children the file lies with the committee (《未成年人保护法》第43条). */
export const HELP_OF: Readonly<Record<CareCode, readonly CareHelp[]>> = {
  CA01: ['look-in', 'call', 'reach-family', 'refer'],
  CA02: ['find-when-lost', 'reach-family', 'carry-card'],
  CA03: ['look-in', 'call', 'reach-family', 'refer'],
  CA04: ['refer'],
  CA05: ['reach-family', 'refer', 'carry-card'],
  CA06: ['call', 'refer'],
};

export const CARE_CONTACTS = ['family', 'neighbour', 'guardian', 'committee', 'service-body'] as const;
export const CONSENT_BY = ['self', 'guardian'] as const;

export const CARE_MONTHS = 12;
/** Days that a withdrawn or ended consent is kept, sealed. */
export const CARE_SEALED_DAYS = 30;
/** Days before the end on which a renewal is due. */
export const CARE_REMINDER_DAYS = 30;
/** Under this age nobody consents for themselves (《个人信息保护法》第31条). */
export const CONSENT_AGE = 14;

export const CARE_STATES = ['waiting', 'approved', 'withdrawn'] as const;
export type CareState = (typeof CARE_STATES)[number];

const name = z.string().check(z.maxLength(PERSON_NAME_MAX + 20));

export const careFields = {
  category: z.enum(CARE_CODES),
  residentId: z.string().check(z.regex(RECORD_ID)),
  consentBy: z.enum(CONSENT_BY),
  /** '' where the person signed. */
  guardianName: name,
  /** The day on the signed paper. */
  signedOn: z.string().check(z.maxLength(10)),
  help: z.enum(CARE_HELP),
  contact: z.enum(CARE_CONTACTS),
  contactName: name,
  contactPhone: z.string().check(z.maxLength(30)),
  /** The person agreed that the front desk sees one line: may need help, call so and so. */
  deskLine: z.boolean(),
};
export const careInput = z.object(careFields);
export type Care = z.infer<typeof careInput>;

export function cleanCare(input: Care): Care {
  return {
    ...input,
    guardianName: input.consentBy === 'guardian' ? cleanPersonName(input.guardianName) : '',
    contactName: cleanPersonName(input.contactName),
    contactPhone: cleanNumber(input.contactPhone),
  };
}

/** The day on which a consent ends by itself. */
export function careEndsOn(signedOn: CalendarDay): CalendarDay {
  return addMonths(signedOn, CARE_MONTHS);
}

/** @param birthDate of the resident; null where nobody knows it */
export function careIssues(
  care: Care,
  {
    today,
    birthDate,
    offered,
  }: { today: CalendarDay; birthDate: CalendarDay | null; offered: readonly CareCode[] },
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (!offered.includes(care.category)) issues.push({ field: 'category', rule: 'not-offered' });
  if (!HELP_OF[care.category].includes(care.help)) issues.push({ field: 'help', rule: 'not-this-help' });
  if (!isCalendarDay(care.signedOn)) issues.push({ field: 'signedOn', rule: 'required' });
  else if (care.signedOn > today) issues.push({ field: 'signedOn', rule: 'in-future' });
  else if (careEndsOn(care.signedOn) <= today) issues.push({ field: 'signedOn', rule: 'over' });
  const child = birthDate !== null && ageOn(birthDate, today) < CONSENT_AGE;
  if (child && care.consentBy === 'self') issues.push({ field: 'consentBy', rule: 'guardian-needed' });
  const guardian = care.consentBy === 'guardian' ? personNameIssue(care.guardianName) : null;
  if (guardian !== null) issues.push({ field: 'guardianName', rule: guardian });
  const contact = personNameIssue(care.contactName);
  if (contact !== null) issues.push({ field: 'contactName', rule: contact });
  if (care.contactPhone === '') issues.push({ field: 'contactPhone', rule: 'required' });
  else if (!isPhone(care.contactPhone)) issues.push({ field: 'contactPhone', rule: 'not-a-phone' });
  return issues;
}

/** Dead or moved away: nobody here is helped any more. Who is missing or away for a time is looked for, and comes back. */
export const ENDS_CARE: readonly OutState[] = ['dead', 'moved'];

export function endsCare(outState: OutState | null): boolean {
  return outState !== null && ENDS_CARE.includes(outState);
}

/**
 * The day from which a consent says nothing to anybody, whoever looks and whether anything has been sealed yet.
 * @param leftOn the day on which the person died or moved away; null while they are here
 */
export function careOverOn(
  { endsOn, withdrawnOn }: { readonly endsOn: CalendarDay; readonly withdrawnOn: CalendarDay | null },
  leftOn: CalendarDay | null,
): CalendarDay {
  return [withdrawnOn, leftOn].reduce<CalendarDay>(
    (first, day) => (day !== null && day < first ? day : first),
    endsOn,
  );
}

/** One consent of a kind is in force at a time. In its last days a new paper takes its place, if that lasts longer. */
export function mayRenew(
  held: { readonly endsOn: CalendarDay },
  renewed: { readonly endsOn: CalendarDay },
  today: CalendarDay,
): boolean {
  return today >= addDays(held.endsOn, -CARE_REMINDER_DAYS) && renewed.endsOn > held.endsOn;
}

/** True while it says anything to anybody. */
export function isCareHeld(
  { state, endsOn }: { readonly state: CareState; readonly endsOn: CalendarDay },
  today: CalendarDay,
): boolean {
  return state !== 'withdrawn' && today < endsOn;
}

/** True where the front desk may read the one line. */
export function showsDeskLine(
  care: { readonly state: CareState; readonly endsOn: CalendarDay; readonly deskLine: boolean },
  today: CalendarDay,
): boolean {
  return care.state === 'approved' && care.deskLine && today < care.endsOn;
}
