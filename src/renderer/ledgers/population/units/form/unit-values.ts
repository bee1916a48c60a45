/** What stands in the form of a unit, and how it becomes what the office takes. */
import * as z from 'zod/mini';
import type { UnitRow } from '#shared/contract/population/units.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  cleanUnit,
  SMALL_PLACES,
  STAFF_BANDS,
  UNIT_TYPES,
  unitIssues,
} from '#shared/ledgers/population/units.ts';
import { keptPhone } from '#renderer/record/kept-phone.tsx';

export const UNIT_PHONES = ['keeperPhone', 'securityPhone'] as const;
export type UnitPhone = (typeof UNIT_PHONES)[number];

const unitValues = z.object({
  name: z.string(),
  creditCode: z.string(),
  type: z.enum(UNIT_TYPES),
  addressId: z.nullable(z.string()),
  addressLine: z.string(),
  keeperName: z.string(),
  keeperPhone: z.string(),
  securityName: z.string(),
  securityPhone: z.string(),
  hours: z.string(),
  staffBand: z.nullable(z.enum(STAFF_BANDS)),
  smallPlace: z.nullable(z.enum(SMALL_PLACES)),
  keySince: z.nullable(z.string()),
  keyDecision: z.string(),
  dropped: z.array(z.enum(UNIT_PHONES)),
});
export type UnitValues = z.infer<typeof unitValues>;

export const NEW_UNIT: UnitValues = {
  name: '',
  creditCode: '',
  type: 'shop',
  addressId: null,
  addressLine: '',
  keeperName: '',
  keeperPhone: '',
  securityName: '',
  securityPhone: '',
  hours: '',
  staffBand: null,
  smallPlace: null,
  keySince: null,
  keyDecision: '',
  dropped: [],
};

export function valuesOf(row: UnitRow): UnitValues {
  return {
    name: row.name,
    creditCode: row.creditCode ?? '',
    type: row.type,
    addressId: row.addressId,
    addressLine: row.addressLine,
    keeperName: row.keeperName ?? '',
    keeperPhone: '',
    securityName: row.securityName ?? '',
    securityPhone: '',
    hours: row.hours,
    staffBand: row.staffBand,
    smallPlace: row.smallPlace,
    keySince: row.keySince,
    keyDecision: row.keyDecision ?? '',
    dropped: [],
  };
}

export function maskedPhone(row: UnitRow | null, phone: UnitPhone): string | null {
  return row === null ? null : row[`${phone}Masked`];
}

/** Everything of it; a phone that is left out stays as it is. */
export function toUnit(values: UnitValues, row: UnitRow | null) {
  const { addressLine: _shown, dropped, keeperPhone, securityPhone, addressId, ...rest } = values;
  const typed = { keeperPhone, securityPhone };
  const phones: Partial<Record<UnitPhone, string | null>> = {};
  for (const phone of UNIT_PHONES) {
    const value = keptPhone(typed[phone], maskedPhone(row, phone), dropped.includes(phone));
    if (value !== undefined) phones[phone] = value;
  }
  return { ...rest, ...phones, addressId: addressId ?? '' };
}

/** A new one has no phones to leave as they are. */
export function toNewUnit(values: UnitValues) {
  return { keeperPhone: null, securityPhone: null, ...toUnit(values, null) };
}

export function checkUnit(values: UnitValues, today: CalendarDay): FieldIssue[] {
  return unitIssues(cleanUnit(toNewUnit(values)), today);
}

/** Null where the draft was kept by another version of the form. */
export function readDraft(content: string): UnitValues | null {
  try {
    const read = unitValues.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
