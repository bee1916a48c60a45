/** 登记: what an entry says. The document, the person, who leads and who is protected; there is no other field. */
import * as z from 'zod/mini';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { hasLabelOfPerson } from '#shared/kernel/person-labels.ts';
import { cleanPersonName, PERSON_NAME_MAX, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanNumber, cleanText, isPhone } from '#shared/kernel/text-input.ts';
import { CATEGORIES, CATEGORY_CODES, DECIDING_BODIES } from './categories.ts';
import { DOCUMENT_NUMBER_MAX, isDocumentNumber } from './document-number.ts';
import { AGREEMENT_DAYS } from './duties.ts';
import { endOf, termFlaw, wasMinor } from './term.ts';

export const BODY_NAME_MAX = 40;

const day = z.string().check(z.maxLength(10));
const name = z.string().check(z.maxLength(PERSON_NAME_MAX + 20));
const bodyName = z.string().check(z.maxLength(BODY_NAME_MAX + 20));
const phone = z.string().check(z.maxLength(30));
const reference = z.string().check(z.regex(RECORD_ID));

export const entryFields = {
  category: z.enum(CATEGORY_CODES),
  /** The resident who was picked; null for somebody who is not in the population ledger. */
  residentId: z.nullable(reference),
  name,
  birthDate: day,
  /** 决定机关. */
  issuerKind: z.enum(DECIDING_BODIES),
  issuer: bodyName,
  documentNumber: z.string().check(z.maxLength(DOCUMENT_NUMBER_MAX + 20)),
  documentDate: day,
  /** What the document says it runs from; of 社区戒毒 the day of reporting. */
  startsOn: day,
  /** The first day on which it holds no more; '' where the law leaves no choice. */
  endsOn: day,
  /** Days of the agreement with the lead body; null where there is none. */
  everyDays: z.nullable(z.int().check(z.minimum(AGREEMENT_DAYS.least), z.maximum(AGREEMENT_DAYS.most))),
  /** 牵头单位 and who to telephone there. */
  leadBody: bodyName,
  leadContact: name,
  leadPhone: phone,
  /** Whom a warning or an order protects; '' for every other category. Never where they live. */
  protectedName: name,
  protectedPhone: phone,
  /** The entry whose document was renewed: each organ's clock may start anew, the entry does not. */
  renews: z.nullable(reference),
};
export const entryInput = z.object(entryFields);
export type Entry = z.infer<typeof entryInput>;

/** True for a category that goes by an agreement. */
export function goesByAgreement(category: Entry['category']): boolean {
  return CATEGORIES[category].duties.some(({ every }) => every === 'agreement');
}

export function cleanEntry(input: Entry): Entry {
  const { protects } = CATEGORIES[input.category];
  return {
    ...input,
    name: cleanPersonName(input.name),
    issuer: cleanText(input.issuer),
    documentNumber: cleanText(input.documentNumber).replaceAll(' ', ''),
    endsOn: isCalendarDay(input.startsOn)
      ? endOf(input.category, input.startsOn, input.endsOn)
      : input.endsOn,
    everyDays: goesByAgreement(input.category) ? (input.everyDays ?? AGREEMENT_DAYS.usual) : null,
    leadBody: cleanText(input.leadBody),
    leadContact: cleanPersonName(input.leadContact),
    leadPhone: cleanNumber(input.leadPhone),
    protectedName: protects ? cleanPersonName(input.protectedName) : '',
    protectedPhone: protects ? cleanNumber(input.protectedPhone) : '',
  };
}

/** What is wrong with a cleaned entry, field by field. A minor on the day of the document is refused whatever else is right. */
export function entryIssues(entry: Entry, today: CalendarDay): FieldIssue[] {
  return [
    ...personIssues(entry, today),
    ...documentIssues(entry, today),
    ...leadIssues(entry),
    ...protectedIssues(entry),
  ];
}

function personIssues({ name: who, birthDate, documentDate }: Entry, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const rule = personNameIssue(who);
  if (rule !== null) issues.push({ field: 'name', rule });
  if (!isCalendarDay(birthDate) || birthDate > today) issues.push({ field: 'birthDate', rule: 'required' });
  else if (isCalendarDay(documentDate) && wasMinor(birthDate, documentDate))
    issues.push({ field: 'birthDate', rule: 'minor' });
  return issues;
}

function documentIssues(entry: Entry, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [...bodyIssues('issuer', entry.issuer)];
  if (!CATEGORIES[entry.category].decidedBy.includes(entry.issuerKind))
    issues.push({ field: 'issuerKind', rule: 'not-this-body' });
  const { documentNumber, documentDate } = entry;
  if (documentNumber === '') issues.push({ field: 'documentNumber', rule: 'required' });
  else if (!isDocumentNumber(documentNumber)) issues.push({ field: 'documentNumber', rule: 'not-a-number' });
  if (!isCalendarDay(documentDate)) issues.push({ field: 'documentDate', rule: 'required' });
  else if (documentDate > today) issues.push({ field: 'documentDate', rule: 'in-future' });
  else if (isCalendarDay(entry.startsOn) && entry.startsOn < documentDate)
    issues.push({ field: 'startsOn', rule: 'before-document' });
  const flaw = termFlaw(entry.category, entry, today);
  if (flaw !== null) issues.push(flaw);
  return issues;
}

function leadIssues({ leadBody, leadContact, leadPhone }: Entry): FieldIssue[] {
  const issues = [...bodyIssues('leadBody', leadBody)];
  const rule = leadContact === '' ? null : personNameIssue(leadContact);
  if (rule !== null) issues.push({ field: 'leadContact', rule });
  if (leadPhone !== '' && !isPhone(leadPhone)) issues.push({ field: 'leadPhone', rule: 'not-a-phone' });
  return issues;
}

function protectedIssues({ category, protectedName, protectedPhone }: Entry): FieldIssue[] {
  if (!CATEGORIES[category].protects) return [];
  const issues: FieldIssue[] = [];
  const rule = personNameIssue(protectedName);
  if (rule !== null) issues.push({ field: 'protectedName', rule });
  if (protectedPhone !== '' && !isPhone(protectedPhone))
    issues.push({ field: 'protectedPhone', rule: 'not-a-phone' });
  return issues;
}

/** How the name of an organ ends: nothing else may be written where one is asked for. */
const ORGAN =
  /^[\p{Script=Han}A-Za-z0-9（）()·]+(?:局|院|所|处|办|科|室|站|队|部|厅|会|中心|机构|组织|机关|政府|街道|监狱|单位)$/u;

function bodyIssues(field: string, text: string): FieldIssue[] {
  if (text === '') return [{ field, rule: 'required' }];
  if ([...text].length > BODY_NAME_MAX) return [{ field, rule: 'too-long' }];
  return ORGAN.test(text) && !hasLabelOfPerson(text) ? [] : [{ field, rule: 'not-a-body' }];
}

/** What may be put right afterwards; everything else of a document needs another document. */
export const correctionFields = {
  name,
  birthDate: day,
  leadBody: bodyName,
  leadContact: name,
  leadPhone: phone,
};
export const correctionInput = z.object(correctionFields);
export type Correction = z.infer<typeof correctionInput>;
