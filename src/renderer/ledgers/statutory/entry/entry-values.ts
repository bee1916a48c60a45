/** What stands in the form of a new entry, and the way to what the office takes. Rules are the ledger's own. */
import * as z from 'zod/mini';
import type { MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { CATEGORIES, CATEGORY_CODES, DECIDING_BODIES } from '#shared/ledgers/statutory/categories.ts';
import { AGREEMENT_DAYS } from '#shared/ledgers/statutory/duties.ts';
import { cleanEntry, entryIssues, goesByAgreement, type Entry } from '#shared/ledgers/statutory/entry.ts';
import { latestEnd, wasMinor } from '#shared/ledgers/statutory/term.ts';

const day = z.nullable(z.string());

const entryValues = z.object({
  category: z.nullable(z.enum(CATEGORY_CODES)),
  /** The resident who was picked; null once anything else is typed. */
  residentId: z.nullable(z.string()),
  name: z.string(),
  birthDate: day,
  issuerKind: z.nullable(z.enum(DECIDING_BODIES)),
  issuer: z.string(),
  documentNumber: z.string(),
  documentDate: day,
  startsOn: day,
  endsOn: day,
  everyDays: z.number(),
  leadBody: z.string(),
  leadContact: z.string(),
  leadPhone: z.string(),
  protectedName: z.string(),
  protectedPhone: z.string(),
  renews: z.nullable(z.string()),
});
export type EntryValues = z.infer<typeof entryValues>;

export const NEW_ENTRY: EntryValues = {
  category: null,
  residentId: null,
  name: '',
  birthDate: null,
  issuerKind: null,
  issuer: '',
  documentNumber: '',
  documentDate: null,
  startsOn: null,
  endsOn: null,
  everyDays: AGREEMENT_DAYS.usual,
  leadBody: '',
  leadContact: '',
  leadPhone: '',
  protectedName: '',
  protectedPhone: '',
  renews: null,
};

/** Another document of the same matter: who and who leads are known, the document is not. */
export function renewalOf(record: MatterRecord): EntryValues {
  return {
    ...NEW_ENTRY,
    category: record.category,
    residentId: record.residentId,
    name: record.name,
    birthDate: record.birthDate,
    issuerKind: record.issuerKind,
    issuer: record.issuer,
    everyDays: record.everyDays ?? AGREEMENT_DAYS.usual,
    leadBody: record.leadBody,
    leadContact: record.leadContact,
    leadPhone: record.leadPhone,
    renews: record.id,
  };
}

/** As the office takes it; null while there is no kind to hold it to. */
export function toEntry(values: EntryValues): Entry | null {
  const { category } = values;
  if (category === null) return null;
  const [first] = CATEGORIES[category].decidedBy;
  return cleanEntry({
    ...values,
    category,
    birthDate: values.birthDate ?? '',
    // One that is not chosen yet is asked for by the form.
    issuerKind: values.issuerKind ?? first ?? 'police',
    documentDate: values.documentDate ?? '',
    startsOn: values.startsOn ?? '',
    endsOn: values.endsOn ?? '',
  });
}

export function requiredFields({ category }: EntryValues): (keyof EntryValues)[] {
  const rule = category === null ? null : CATEGORIES[category];
  return [
    'category',
    'name',
    'birthDate',
    'issuerKind',
    'issuer',
    'documentNumber',
    'documentDate',
    'startsOn',
    ...(rule?.cap.exactly === true ? [] : (['endsOn'] as const)),
    'leadBody',
    ...(rule?.protects === true ? (['protectedName'] as const) : []),
  ];
}

export function checkEntry(values: EntryValues, today: CalendarDay): FieldIssue[] {
  const entry = toEntry(values);
  return entry === null ? [] : entryIssues(entry, today);
}

/** Of a minor nothing is kept, not even a draft. */
export function isOfMinor({ birthDate, documentDate }: EntryValues, today: CalendarDay): boolean {
  if (birthDate === null || !isCalendarDay(birthDate)) return false;
  return wasMinor(birthDate, documentDate !== null && isCalendarDay(documentDate) ? documentDate : today);
}

export interface TermShown {
  readonly latest: CalendarDay;
  readonly endsOn: CalendarDay | null;
}

/** Null until it is known from when and of which kind. */
export function termOf({ category, startsOn, endsOn }: EntryValues): TermShown | null {
  if (category === null || startsOn === null || !isCalendarDay(startsOn)) return null;
  const latest = latestEnd(category, startsOn);
  if (CATEGORIES[category].cap.exactly) return { latest, endsOn: latest };
  const holds = endsOn !== null && isCalendarDay(endsOn) && endsOn > startsOn && endsOn <= latest;
  return { latest, endsOn: holds ? endsOn : null };
}

export function asksAgreement({ category }: EntryValues): boolean {
  return category !== null && goesByAgreement(category);
}

/** A draft of before; null where it cannot be read. */
export function readDraft(content: string): EntryValues | null {
  try {
    const kept = entryValues.safeParse(JSON.parse(content));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}
