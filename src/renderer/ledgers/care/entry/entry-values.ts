/** What stands in the form of a consent, and how it becomes what the office takes. */
import * as z from 'zod/mini';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  CARE_CODES,
  CARE_CONTACTS,
  CARE_HELP,
  careIssues,
  cleanCare,
  CONSENT_AGE,
  CONSENT_BY,
  HELP_OF,
  type Care,
  type CareCode,
} from '#shared/ledgers/care/care.ts';

const careValues = z.object({
  person: z.nullable(z.object({ id: z.string(), name: z.string() })),
  category: z.nullable(z.enum(CARE_CODES)),
  help: z.nullable(z.enum(CARE_HELP)),
  consentBy: z.nullable(z.enum(CONSENT_BY)),
  guardianName: z.string(),
  signedOn: z.nullable(z.string()),
  contact: z.nullable(z.enum(CARE_CONTACTS)),
  contactName: z.string(),
  contactPhone: z.string(),
  deskLine: z.boolean(),
});
export type CareValues = z.infer<typeof careValues>;

export const NEW_CARE: CareValues = {
  person: null,
  category: null,
  help: null,
  consentBy: null,
  guardianName: '',
  signedOn: null,
  contact: null,
  contactName: '',
  contactPhone: '',
  deskLine: false,
};

export const REQUIRED = [
  'person',
  'category',
  'help',
  'consentBy',
  'signedOn',
  'contact',
  'contactName',
  'contactPhone',
] as const satisfies readonly (keyof CareValues)[];

/** Null while something is still to be chosen. */
export function toCare(values: CareValues): Care | null {
  const { person, category, help, consentBy, contact, signedOn, ...rest } = values;
  if (person === null || category === null || help === null || consentBy === null || contact === null)
    return null;
  return cleanCare({
    ...rest,
    residentId: person.id,
    category,
    help,
    consentBy,
    contact,
    signedOn: signedOn ?? '',
  });
}

export interface CareFacts {
  readonly today: CalendarDay;
  readonly offered: readonly CareCode[];
  /** Of the person who was chosen; null while nobody knows it. */
  readonly age: number | null;
}

/** The office knows the birth date and asks again; here the age is enough to say it in time. */
export function checkCare(values: CareValues, { today, offered, age }: CareFacts): FieldIssue[] {
  const care = toCare(values);
  if (care === null) return [];
  const child = age !== null && age < CONSENT_AGE && care.consentBy === 'self';
  return [
    ...(child ? [{ field: 'consentBy', rule: 'guardian-needed' }] : []),
    // What is required and empty is said by the form itself.
    ...careIssues(care, { today, birthDate: null, offered }).filter(({ rule }) => rule !== 'required'),
    ...(care.consentBy === 'guardian' && care.guardianName === ''
      ? [{ field: 'guardianName', rule: 'required' }]
      : []),
  ];
}

/** The help that fits another heading: kept where it may stay, taken where there is only one. */
export function helpFor(category: CareCode, help: CareValues['help']): CareValues['help'] {
  const [only, ...others] = HELP_OF[category];
  if (help !== null && HELP_OF[category].includes(help)) return help;
  return others.length === 0 ? (only ?? null) : null;
}

/** The office names the resident's field; on the form it is the person. */
export function asFormIssue({ field, rule }: FieldIssue): FieldIssue {
  return { field: field === 'residentId' ? 'person' : field, rule };
}

export function readDraft(content: string): CareValues | null {
  try {
    return careValues.parse(JSON.parse(content));
  } catch {
    return null;
  }
}
