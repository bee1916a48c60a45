/**
 * 更正建议: what the station may propose of which ledger. Only fields that a form has and that speak for themselves: nothing
 * that leads to another record, nothing a person consented to, no matter of law, no care, nothing sealed.
 */
import type * as z from 'zod/mini';
import { dwellingFields } from '#shared/ledgers/population/dwellings.ts';
import { residentFields } from '#shared/ledgers/population/residents.ts';
import { unitFields } from '#shared/ledgers/population/units.ts';

const {
  addressId: _home,
  householdId: _household,
  guardianId: _guardian,
  emergencyContact: _contact,
  emergencyConsent: _consent,
  noticeGivenOn: _notice,
  ...ofResident
} = residentFields;
const { addressId: _door, ...ofDwelling } = dwellingFields;
const { addressId: _place, ...ofUnit } = unitFields;

export const CORRECTABLE = { residents: ofResident, dwellings: ofDwelling, units: ofUnit } as const;
export type CorrectableLedger = keyof typeof CORRECTABLE;
export const CORRECTABLE_LEDGERS = Object.keys(CORRECTABLE) as [CorrectableLedger, ...CorrectableLedger[]];

export type FieldValue = string | number | boolean | null;
export type ProposedFields = Readonly<Record<string, FieldValue>>;

export function isCorrectable(ledger: string): ledger is CorrectableLedger {
  return Object.hasOwn(CORRECTABLE, ledger);
}

/** The names of the fields that no form has, or that the field does not take; empty where all may be proposed. */
export function unfitFields(ledger: CorrectableLedger, fields: ProposedFields): string[] {
  return Object.entries(fields)
    .filter(([name, value]) => schemaOf(ledger, name)?.safeParse(value).success !== true)
    .map(([name]) => name);
}

/** As it is typed in a command: `null` and numbers where the field takes them, else the text. Undefined where it fits nothing. */
export function readFieldText(ledger: CorrectableLedger, name: string, text: string): FieldValue | undefined {
  const schema = schemaOf(ledger, name);
  const readings: readonly FieldValue[] = [
    text === '' ? null : text,
    ...(isWhole(text) ? [Number(text)] : []),
  ];
  return readings.find((value) => schema?.safeParse(value).success === true);
}

function isWhole(text: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(text);
}

function schemaOf(ledger: CorrectableLedger, name: string): z.ZodMiniType | undefined {
  const fields: Readonly<Record<string, z.ZodMiniType>> = CORRECTABLE[ledger];
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** `conflict`: the office changed a proposed field since; somebody must choose field by field. */
export const CORRECTION_STANDS = ['same', 'parallel', 'conflict'] as const;
export type CorrectionStands = (typeof CORRECTION_STANDS)[number];

/**
 * @param since the fields that the office changed after the version the station read
 */
export function correctionStands(proposed: readonly string[], since: ReadonlySet<string>): CorrectionStands {
  if (proposed.some((field) => since.has(field))) return 'conflict';
  return since.size > 0 ? 'parallel' : 'same';
}

/** What the screen has ticked at first: all of it, but nothing that the office changed itself since. */
export function preselected(proposed: readonly string[], since: ReadonlySet<string>): string[] {
  return proposed.filter((field) => !since.has(field));
}

export const DECLINE_REASON_MAX = 200;
