/** 实有房屋 and 出租房屋: one record a door. Rent, income and occupation have no field. */
import * as z from 'zod/mini';
import { isCalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanNumber, cleanText, isPhone } from '#shared/kernel/text-input.ts';

export const DWELLING_USES = ['own', 'let', 'business', 'empty', 'other'] as const;
export type DwellingUse = (typeof DWELLING_USES)[number];

/** 出租用途: dormitory, living, shop, office, store, workshop, other. */
export const RENTAL_USES = ['01', '02', '03', '04', '05', '06', '99'] as const;
export type RentalUse = (typeof RENTAL_USES)[number];

const name = z.nullable(z.string().check(z.maxLength(70)));
const phone = z.nullable(z.string().check(z.maxLength(30)));
const dayText = z.nullable(z.string().check(z.maxLength(10)));

export const DWELLING_LAW = '户口登记条例 第3、4条';
/** 治安管理处罚法 68 (2026): the landlord records name, kind of paper and number of the tenants. */
export const RENTAL_LAW = '治安管理处罚法 第68条；租赁房屋治安管理规定 第7条';

export const dwellingFields = {
  addressId: z.string().check(z.regex(RECORD_ID)),
  use: z.enum(DWELLING_USES),
  ownerName: name,
  ownerPhone: phone,
  rentalUse: z.nullable(z.enum(RENTAL_USES)),
  landlordName: name,
  landlordPhone: phone,
  agentName: name,
  agentPhone: phone,
  letFrom: dayText,
  letTo: dayText,
  /** People living here as the landlord says; null where nobody asked. */
  occupants: z.nullable(z.int().check(z.minimum(0), z.maximum(999))),
  /** 治安责任保证书 signed on this day. */
  pledgeOn: dayText,
  safetyCheckedOn: dayText,
};
export const dwellingInput = z.object(dwellingFields);
export type DwellingInput = z.infer<typeof dwellingInput>;

const RENTAL_FIELDS = [
  'rentalUse',
  'landlordName',
  'landlordPhone',
  'agentName',
  'agentPhone',
  'letFrom',
  'letTo',
  'occupants',
  'pledgeOn',
  'safetyCheckedOn',
] as const satisfies readonly (keyof DwellingInput)[];

/** What belongs to letting is kept only where a door is let. */
export function cleanDwelling(input: DwellingInput): DwellingInput {
  const person = (value: string | null) => cleanPersonName(value ?? '') || null;
  const number = (value: string | null) => cleanNumber(value ?? '') || null;
  const day = (value: string | null) => cleanText(value ?? '') || null;
  const cleaned: DwellingInput = {
    ...input,
    ownerName: person(input.ownerName),
    ownerPhone: number(input.ownerPhone),
    landlordName: person(input.landlordName),
    landlordPhone: number(input.landlordPhone),
    agentName: person(input.agentName),
    agentPhone: number(input.agentPhone),
    letFrom: day(input.letFrom),
    letTo: day(input.letTo),
    pledgeOn: day(input.pledgeOn),
    safetyCheckedOn: day(input.safetyCheckedOn),
  };
  if (cleaned.use === 'let') return cleaned;
  return { ...cleaned, ...Object.fromEntries(RENTAL_FIELDS.map((field) => [field, null])) };
}

export function dwellingIssues(input: DwellingInput): FieldIssue[] {
  const issues: FieldIssue[] = [];
  for (const field of ['ownerName', 'landlordName', 'agentName'] as const) {
    const value = input[field];
    const rule = value === null ? null : personNameIssue(value);
    if (rule !== null) issues.push({ field, rule });
  }
  for (const field of ['ownerPhone', 'landlordPhone', 'agentPhone'] as const) {
    const value = input[field];
    if (value !== null && !isPhone(value)) issues.push({ field, rule: 'not-a-phone' });
  }
  for (const field of ['letFrom', 'letTo', 'pledgeOn', 'safetyCheckedOn'] as const) {
    const value = input[field];
    if (value !== null && !isCalendarDay(value)) issues.push({ field, rule: 'unread' });
  }
  if (input.letFrom !== null && input.letTo !== null && input.letTo < input.letFrom)
    issues.push({ field: 'letTo', rule: 'before-start' });
  if (input.use === 'let' && input.landlordName === null)
    issues.push({ field: 'landlordName', rule: 'required' });
  return issues;
}
