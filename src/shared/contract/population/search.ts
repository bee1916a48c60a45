/** 查人查房: one box; the shape of what is typed decides. What was typed is kept nowhere. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { ELEMENT_KINDS } from '#shared/ledgers/population/addresses.ts';
import { OUT_STATES, SEXES } from '#shared/ledgers/population/residents.ts';
import { call } from '#shared/contract/call.ts';
import { recordId } from '#shared/contract/shapes.ts';

export const FOUND_PEOPLE_MAX = 8;
export const FOUND_ADDRESSES_MAX = 4;
export const FOUND_UNITS_MAX = 3;

/** Why a line was found; the panel says so where it is not the name. */
export const FOUND_BY = [
  'name',
  'other-name',
  'spelling',
  'id-tail',
  'id-number',
  'phone',
  'phone-tail',
  'address',
] as const;

export const foundPerson = z.object({
  id: recordId,
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.nullable(z.int()),
  /** To the entrance, without the door: 青禾苑3栋2单元. */
  place: z.string(),
  addressId: recordId,
  idTail: z.nullable(z.string()),
  outState: z.nullable(z.enum(OUT_STATES)),
  by: z.enum(FOUND_BY),
});
export type FoundPerson = z.infer<typeof foundPerson>;

export const foundAddress = z.object({
  id: recordId,
  kind: z.enum(ELEMENT_KINDS),
  line: z.string(),
  /** An old or other name that was matched, or null. */
  alias: z.nullable(z.string()),
});
export type FoundAddress = z.infer<typeof foundAddress>;

export const foundUnit = z.object({ id: recordId, name: z.string(), addressLine: z.string() });
export type FoundUnit = z.infer<typeof foundUnit>;

export const found = z.object({
  people: z.array(foundPerson).check(z.maxLength(FOUND_PEOPLE_MAX)),
  /** There are more people than these. */
  morePeople: z.boolean(),
  addresses: z.array(foundAddress).check(z.maxLength(FOUND_ADDRESSES_MAX)),
  units: z.array(foundUnit).check(z.maxLength(FOUND_UNITS_MAX)),
  /** A whole identity number was typed and its check digit does not fit. */
  checkDigitDiffers: z.boolean(),
});
export type Found = z.infer<typeof found>;

export const searchContract = {
  find: call({ roles: DESK_ROLES })
    .input(z.object({ text: z.string().check(z.maxLength(60)) }))
    .output(found),
};
