/** What stands in the form of a dwelling, and how it becomes what the office takes. */
import * as z from 'zod/mini';
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  cleanDwelling,
  DWELLING_USES,
  dwellingIssues,
  RENTAL_USES,
} from '#shared/ledgers/population/dwellings.ts';
import { keptPhone } from '#renderer/record/kept-phone.tsx';

export const DWELLING_PHONES = ['ownerPhone', 'landlordPhone', 'agentPhone'] as const;
export type DwellingPhone = (typeof DWELLING_PHONES)[number];

const dwellingValues = z.object({
  addressId: z.string(),
  use: z.enum(DWELLING_USES),
  ownerName: z.string(),
  ownerPhone: z.string(),
  rentalUse: z.nullable(z.enum(RENTAL_USES)),
  landlordName: z.string(),
  landlordPhone: z.string(),
  agentName: z.string(),
  agentPhone: z.string(),
  letFrom: z.nullable(z.string()),
  letTo: z.nullable(z.string()),
  occupants: z.string(),
  pledgeOn: z.nullable(z.string()),
  safetyCheckedOn: z.nullable(z.string()),
  dropped: z.array(z.enum(DWELLING_PHONES)),
});
export type DwellingValues = z.infer<typeof dwellingValues>;

/** @param row null: nothing is known of this door yet */
export function valuesOf(addressId: string, row: DwellingRow | null): DwellingValues {
  return {
    addressId,
    use: row?.use ?? 'own',
    ownerName: row?.ownerName ?? '',
    ownerPhone: '',
    rentalUse: row?.rentalUse ?? null,
    landlordName: row?.landlordName ?? '',
    landlordPhone: '',
    agentName: row?.agentName ?? '',
    agentPhone: '',
    letFrom: row?.letFrom ?? null,
    letTo: row?.letTo ?? null,
    occupants: row?.occupants == null ? '' : String(row.occupants),
    pledgeOn: row?.pledgeOn ?? null,
    safetyCheckedOn: row?.safetyCheckedOn ?? null,
    dropped: [],
  };
}

export function maskedPhone(row: DwellingRow | null, phone: DwellingPhone): string | null {
  return row === null ? null : row[`${phone}Masked`];
}

/** Phones that stay as they are are left out. */
export function toDwelling(values: DwellingValues, row: DwellingRow | null) {
  const { dropped, ownerPhone, landlordPhone, agentPhone, occupants, ...rest } = values;
  const typed = { ownerPhone, landlordPhone, agentPhone };
  const phones: Partial<Record<DwellingPhone, string | null>> = {};
  for (const phone of DWELLING_PHONES) {
    const value = keptPhone(typed[phone], maskedPhone(row, phone), dropped.includes(phone));
    if (value !== undefined) phones[phone] = value;
  }
  return { ...rest, ...phones, occupants: readCount(occupants) };
}

/** Null for nothing, and for what is no number. */
function readCount(text: string): number | null {
  const clean = text.normalize('NFKC').trim();
  return /^\d{1,3}$/u.test(clean) ? Number(clean) : null;
}

export function checkDwelling(values: DwellingValues): FieldIssue[] {
  const input = { ownerPhone: null, landlordPhone: null, agentPhone: null, ...toDwelling(values, null) };
  const issues = dwellingIssues(cleanDwelling(input));
  const isOff = values.occupants.trim() !== '' && readCount(values.occupants) === null;
  if (values.use === 'let' && isOff) issues.push({ field: 'occupants', rule: 'unread' });
  return issues;
}

/** Null where the draft was kept by another version of the form. */
export function readDraft(content: string): DwellingValues | null {
  try {
    const read = dwellingValues.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
