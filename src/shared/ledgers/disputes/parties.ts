/**
 * 当事人: who is in a matter. A party may be picked from the population; what the papers need is then copied, so that a paper
 * says later what it said. Nothing leads back: a person's page lists no disputes.
 */
import * as z from 'zod/mini';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { hasLabel, labelIssues } from '#shared/kernel/person-labels.ts';
import { maskName, cleanPersonName, personNameIssue, PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import { cleanNumber, cleanText, isPhone } from '#shared/kernel/text-input.ts';
import { SEXES } from '#shared/ledgers/population/residents.ts';

const PARTIES_MIN = 2;
export const PARTIES_MAX = 20;
export const PARTY_ADDRESS_MAX = 100;
/** Full age: 《民法典》第17条. */
export const FULL_AGE = 18;

/** 甲方 … : which side of the matter; several may stand on one. */
export const SIDES = ['a', 'b', 'c', 'd'] as const;
export type Side = (typeof SIDES)[number];

/** 父母或者其他监护人 of a minor (程序规定 181), 委托代理人, or 代表人 of several or of a unit. */
export const REPRESENTATIVES = ['guardian', 'agent', 'delegate'] as const;

export const partyFields = {
  side: z.enum(SIDES),
  /** The resident who was picked, or null for somebody entered by hand. */
  residentId: z.nullable(z.string().check(z.regex(RECORD_ID))),
  name: z.string().check(z.maxLength(PERSON_NAME_MAX + 20)),
  sex: z.enum(SEXES),
  /** Full years at intake; null where nobody knows it. */
  age: z.nullable(z.int().check(z.minimum(0), z.maximum(130))),
  /** Under eighteen: follows from the age where that is known. */
  minor: z.boolean(),
  phone: z.nullable(z.string().check(z.maxLength(30))),
  address: z.string().check(z.maxLength(PARTY_ADDRESS_MAX + 20)),
  representative: z.nullable(z.enum(REPRESENTATIVES)),
  representativeName: z.nullable(z.string().check(z.maxLength(PERSON_NAME_MAX + 20))),
  representativePhone: z.nullable(z.string().check(z.maxLength(30))),
};
export const partyInput = z.object(partyFields);
export type Party = z.infer<typeof partyInput>;

export function cleanParty(input: Party): Party {
  const represented = input.representative !== null;
  const number = (phone: string | null) => (phone === null ? '' : cleanNumber(phone)) || null;
  return {
    ...input,
    name: cleanPersonName(input.name),
    minor: input.age === null ? input.minor : input.age < FULL_AGE,
    phone: number(input.phone),
    address: cleanText(input.address),
    representativeName: represented ? cleanPersonName(input.representativeName ?? '') || null : null,
    representativePhone: represented ? number(input.representativePhone) : null,
  };
}

/**
 * What is wrong with one cleaned party. Of domestic violence no guardian is asked: the child at the desk may have fled from
 * them.
 */
export function partyIssues(party: Party, { violence }: { readonly violence: boolean }): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const name = personNameIssue(party.name);
  // A company has brackets and digits in its name; it stands here with its delegate.
  const company = name === 'characters' && party.representative === 'delegate';
  if (name !== null && !company) issues.push({ field: 'name', rule: name });
  if (company && hasLabel(party.name)) issues.push({ field: 'name', rule: 'label' });
  if (party.phone !== null && !isPhone(party.phone)) issues.push({ field: 'phone', rule: 'not-a-phone' });
  if ([...party.address].length > PARTY_ADDRESS_MAX) issues.push({ field: 'address', rule: 'too-long' });
  if (party.minor && !violence && party.representative !== 'guardian')
    issues.push({ field: 'representative', rule: 'guardian-needed' });
  const other = party.representative === null ? null : personNameIssue(party.representativeName ?? '');
  if (other !== null) issues.push({ field: 'representativeName', rule: other });
  if (party.representativePhone !== null && !isPhone(party.representativePhone))
    issues.push({ field: 'representativePhone', rule: 'not-a-phone' });
  return [...issues, ...labelIssues(party, ['address'])];
}

/** What is wrong with them together; `minor` is the answer given to the question. Domestic violence needs only one name. */
export function partiesIssues(
  parties: readonly Party[],
  { minor, violence }: { readonly minor: boolean; readonly violence: boolean },
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (parties.length < (violence ? 1 : PARTIES_MIN)) issues.push({ field: 'parties', rule: 'too-few' });
  if (!violence && parties.length > 0 && new Set(parties.map(({ side }) => side)).size < 2)
    issues.push({ field: 'parties', rule: 'one-side' });
  const known = parties.flatMap(({ residentId }) => residentId ?? []);
  if (new Set(known).size < known.length) issues.push({ field: 'parties', rule: 'twice' });
  if (parties.some((party) => party.minor) && !minor) issues.push({ field: 'minor', rule: 'is-minor' });
  return issues;
}

/** A minor's name as lists and papers show it; the agreement alone has it whole. */
export function shownName({ name, minor }: { readonly name: string; readonly minor: boolean }): string {
  return minor ? maskName(name) : name;
}
