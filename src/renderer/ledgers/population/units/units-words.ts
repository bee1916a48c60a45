/** Codes and rules of units and their checks → the words on the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  CHECK_ITEMS,
  type CheckItem,
  type CheckMark,
  type RECHECK_RESULTS,
  type SmallPlace,
  type STAFF_BANDS,
  type UnitType,
} from '#shared/ledgers/population/units.ts';
import type { UnitField } from './units-text.ts';
import { zh } from './units-text.ts';

export type StaffBand = (typeof STAFF_BANDS)[number];
export type RecheckResult = (typeof RECHECK_RESULTS)[number];

export interface UnitWords {
  field(name: UnitField): string;
  type(code: UnitType): string;
  small(code: SmallPlace): string;
  band(code: StaffBand): string;
  item(code: CheckItem): string;
  mark(code: CheckMark): string;
  recheck(code: RecheckResult): string;
  /** How to repair a field, or what to look at again, for every rule of the ledger. */
  issue(issue: FieldIssue): string;
}

export function useUnitWords(): UnitWords {
  const { t } = useTranslation('units');
  return useMemo(
    () => ({
      field: (name) => t(`fields.${name}`),
      type: (code) => t(`types.${code}`),
      small: (code) => t(`smallPlaces.${code}`),
      band: (code) => t(`bands.${code}`),
      item: (code) => t(`items.${code}`),
      mark: (code) => t(`marks.${code}`),
      recheck: (code) => t(`rechecks.${code}`),
      issue: (issue) => t(`issues.${issueWord(issue)}`),
    }),
    [t],
  );
}

export function isUnitField(name: string): name is UnitField {
  return name in zh.fields;
}

type IssueWord = keyof typeof zh.issues;

const BY_FIELD: Readonly<Record<string, IssueWord>> = {
  'name required': 'name',
  'name too-long': 'nameLong',
  'creditCode length': 'codeLength',
  'creditCode character': 'codeCharacter',
  'creditCode check-digit': 'codeCheck',
  'addressId required': 'address',
  'keySince required': 'keySince',
  'keySince future': 'keySinceFuture',
  'keyDecision required': 'keyDecision',
  'checkedOn future': 'checkedOn',
  'finding required': 'finding',
  'finding too-long': 'findingLong',
  'deadline required': 'deadline',
  'deadline before-start': 'deadlineOrder',
  'officer required': 'officer',
  'officer officer-needed': 'officer',
  'recheckedOn out-of-range': 'recheckedOn',
  ...Object.fromEntries(CHECK_ITEMS.map((item) => [`${item} required`, 'item' as const])),
};

/** Where the field says nothing more. */
const BY_RULE: Readonly<Record<string, IssueWord>> = {
  label: 'label',
  'too-long': 'personName',
  characters: 'personName',
  'not-a-phone': 'phone',
  unread: 'unread',
  required: 'required',
};

function issueWord({ field, rule }: FieldIssue): IssueWord {
  return BY_FIELD[`${field} ${rule}`] ?? BY_RULE[rule] ?? 'notAccepted';
}
