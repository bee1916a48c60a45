/** What stands in the form of one party, and the way to what the office takes. */
import * as z from 'zod/mini';
import { cleanNumber } from '#shared/kernel/text-input.ts';
import {
  cleanParty,
  REPRESENTATIVES,
  SIDES,
  type Party,
  type Side,
} from '#shared/ledgers/disputes/parties.ts';
import { SEXES } from '#shared/ledgers/population/residents.ts';

export const partyValues = z.object({
  side: z.enum(SIDES),
  /** The resident who was picked; null once anything else is typed. */
  residentId: z.nullable(z.string()),
  name: z.string(),
  sex: z.enum(SEXES),
  /** As typed. */
  age: z.string(),
  minor: z.boolean(),
  phone: z.string(),
  address: z.string(),
  representative: z.nullable(z.enum(REPRESENTATIVES)),
  representativeName: z.string(),
  representativePhone: z.string(),
});
export type PartyValues = z.infer<typeof partyValues>;

export function emptyParty(side: Side): PartyValues {
  return {
    side,
    residentId: null,
    name: '',
    sex: '0',
    age: '',
    minor: false,
    phone: '',
    address: '',
    representative: null,
    representativeName: '',
    representativePhone: '',
  };
}

export function toParty(values: PartyValues): Party {
  return cleanParty({
    ...values,
    age: ageOf(values.age),
    phone: values.phone === '' ? null : values.phone,
    representativeName: values.representativeName === '' ? null : values.representativeName,
    representativePhone: values.representativePhone === '' ? null : values.representativePhone,
  });
}

/** Null where nobody knows it. */
function ageOf(typed: string): number | null {
  const digits = cleanNumber(typed);
  return /^\d{1,3}$/u.test(digits) && Number(digits) <= 130 ? Number(digits) : null;
}

/** A minor does not sit there alone: the fields for the guardian stand open. */
export function isMinor(values: PartyValues): boolean {
  return toParty(values).minor;
}
