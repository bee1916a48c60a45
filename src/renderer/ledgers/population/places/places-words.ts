/** Codes and rules of places, dwellings and visits → the words on the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorCell } from '#shared/contract/population/addresses.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { AddressState, ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { DwellingUse, RentalUse } from '#shared/ledgers/population/dwellings.ts';
import type { VisitPurpose, VisitResult } from '#shared/ledgers/population/home-visits.ts';
import type { PlaceField } from './places-text.ts';
import { zh } from './places-text.ts';

export interface PlaceWords {
  field(name: PlaceField): string;
  kind(code: ElementKind): string;
  state(code: AddressState): string;
  mark(code: DoorCell['mark']): string;
  use(code: DwellingUse): string;
  rentalUse(code: RentalUse): string;
  purpose(code: VisitPurpose): string;
  result(code: VisitResult): string;
  /** How to repair a field, for every rule of these ledgers. */
  issue(issue: FieldIssue): string;
}

export function usePlaceWords(): PlaceWords {
  const { t } = useTranslation('places');
  return useMemo(
    () => ({
      field: (name) => t(`fields.${name}`),
      kind: (code) => t(`kinds.${code}`),
      state: (code) => t(`states.${code}`),
      mark: (code) => t(`marks.${code}`),
      use: (code) => t(`uses.${code}`),
      rentalUse: (code) => t(`rentalUses.${code}`),
      purpose: (code) => t(`purposes.${code}`),
      result: (code) => t(`results.${code}`),
      issue: (issue) => t(`issues.${issueWord(issue)}`),
    }),
    [t],
  );
}

export function isPlaceField(name: string): name is PlaceField {
  return name in zh.fields;
}

type IssueWord = keyof typeof zh.issues;

const BY_FIELD: Readonly<Record<string, IssueWord>> = {
  'name required': 'name',
  'name too-long': 'nameLong',
  'name exists': 'nameExists',
  'bestTime too-long': 'bestTime',
  'kind cannot-hold': 'kindHolds',
  'parentId cannot-hold': 'cannotHold',
  'parentId required': 'parent',
  'floor unread': 'floor',
  'occupants unread': 'occupants',
  'landlordName required': 'landlord',
  'letTo before-start': 'letOrder',
  'addressId no-door': 'noDoor',
  'into required': 'into',
  'into same': 'intoSame',
  'into other-kind': 'intoKind',
  'into below-it': 'intoBelow',
  'id not-empty': 'notEmpty',
  'id too-large': 'tooLarge',
  'code required': 'gridCode',
  'gridName required': 'gridName',
  'code exists': 'gridExists',
  'code too-many': 'gridTooMany',
  'policeGrid missing': 'gridMissing',
  'companion missing': 'companionGone',
};

/** Where the field says nothing more. */
const BY_RULE: Readonly<Record<string, IssueWord>> = {
  label: 'label',
  'six-digits': 'division',
  'community-code': 'communityCode',
  'too-long': 'personName',
  characters: 'personName',
  'not-a-phone': 'phone',
  past: 'past',
  oneself: 'oneself',
  'officer-needed': 'officerNeeded',
  'in-use': 'gridInUse',
  unread: 'unread',
  required: 'required',
};

function issueWord({ field, rule }: FieldIssue): IssueWord {
  return BY_FIELD[`${field} ${rule}`] ?? BY_RULE[rule] ?? 'notAccepted';
}
