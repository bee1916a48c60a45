/** 户: people who are registered or live together, with one head. */
import * as z from 'zod/mini';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanNumber } from '#shared/kernel/text-input.ts';

/** 家庭户, 集体户. */
export const HOUSEHOLD_KINDS = ['family', 'collective'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

export const householdFields = {
  addressId: z.string().check(z.regex(RECORD_ID)),
  kind: z.enum(HOUSEHOLD_KINDS),
  /** 户号 of the register; '' where there is none. */
  number: z.string().check(z.maxLength(30)),
};
export const householdInput = z.object(householdFields);
export type HouseholdInput = z.infer<typeof householdInput>;

export function cleanHousehold(input: HouseholdInput): HouseholdInput {
  return { ...input, number: cleanNumber(input.number) };
}

export function householdIssues(input: HouseholdInput): FieldIssue[] {
  return labelIssues(input, ['number']);
}
