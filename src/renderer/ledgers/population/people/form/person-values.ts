/** What stands in the form of a person, and the way to and from what the office takes. Rules are the ledger's own. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RELATION_CODES, type RelationCode } from '#shared/ledgers/population/relations.ts';
import {
  cleanResident,
  HOUSING_CODES,
  ID_TYPES,
  RESIDENCE_TYPES,
  residentIssues,
  residentWarnings,
  SEXES,
  type HousingCode,
  type IdType,
  type ResidenceType,
  type ResidentInput,
  type Sex,
} from '#shared/ledgers/population/residents.ts';
import { NEW_HOUSEHOLD } from '#renderer/ledgers/population/people/household-field.tsx';

/** What the counter knows of a record only masked. */
export const HIDDEN_FIELDS = [
  'idNumber',
  'birthDate',
  'phone',
  'phone2',
  'phone3',
  'emergencyContact',
] as const;
export type HiddenField = (typeof HIDDEN_FIELDS)[number];

export interface PersonValues {
  readonly name: string;
  readonly otherName: string;
  readonly idType: IdType;
  readonly idNumber: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDay | null;
  readonly phone: string;
  readonly phone2: string;
  readonly phone3: string;
  readonly addressId: string | null;
  /** What stands in the field for `addressId`. */
  readonly addressLine: string;
  readonly residenceType: ResidenceType;
  readonly housing: HousingCode | null;
  /** `NEW_HOUSEHOLD`: the save makes one. */
  readonly householdId: string | null;
  readonly relation: RelationCode | null;
  readonly stayFrom: CalendarDay | null;
  readonly stayUntil: CalendarDay | null;
  readonly guardianId: string | null;
  readonly guardianName: string;
  readonly emergencyConsent: boolean;
  readonly emergencyContact: string;
  readonly registerAddress: string;
  readonly registerDivision: string;
  readonly noticeGivenOn: CalendarDay | null;
  /** Of a record: what it hides and is to be deleted. An empty field alone leaves it as it is. */
  readonly dropped: readonly HiddenField[];
}

export const NEW_PERSON: PersonValues = {
  name: '',
  otherName: '',
  idType: '111',
  idNumber: '',
  sex: '0',
  birthDate: null,
  phone: '',
  phone2: '',
  phone3: '',
  addressId: null,
  addressLine: '',
  residenceType: 'registered',
  housing: null,
  householdId: null,
  relation: null,
  stayFrom: null,
  stayUntil: null,
  guardianId: null,
  guardianName: '',
  emergencyConsent: false,
  emergencyContact: '',
  registerAddress: '',
  registerDivision: '',
  noticeGivenOn: null,
  dropped: [],
};

/** Stands for a record that does not exist yet, so that the rules can be asked. */
const NOT_YET = '00-000000';

/** The entry as the office takes it. A door or a household that is not chosen yet stands for any. */
export function toResident(values: PersonValues): ResidentInput {
  const {
    addressLine: _line,
    guardianName: _name,
    dropped: _dropped,
    addressId,
    householdId,
    ...rest
  } = values;
  return cleanResident({
    ...rest,
    addressId: addressId ?? NOT_YET,
    householdId: householdId === NEW_HOUSEHOLD ? NOT_YET : householdId,
    // Who founds a household is its head, unless they said otherwise.
    relation: householdId === NEW_HOUSEHOLD ? (values.relation ?? '02') : values.relation,
  });
}

export function checkPerson(values: PersonValues, today: CalendarDay): FieldIssue[] {
  return residentIssues(toResident(values), today);
}

export function warnAbout(values: PersonValues, today: CalendarDay): FieldIssue[] {
  return residentWarnings(toResident(values), today);
}

/** A draft of before; null where it cannot be read. An older version may have kept less. */
export function readDraft(content: string): PersonValues | null {
  let kept: unknown;
  try {
    kept = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const stored = kept;
  const text = (name: keyof PersonValues): string => {
    const value: unknown = Reflect.get(stored, name);
    return typeof value === 'string' ? value : '';
  };
  const code = <Code extends string>(codes: readonly Code[], name: keyof PersonValues): Code | null =>
    codes.find((one) => one === text(name)) ?? null;
  const words = Object.fromEntries(TEXTS.map((name) => [name, text(name)])) as Record<TextName, string>;
  const orNone = Object.fromEntries(OR_NONE.map((name) => [name, text(name) || null])) as Record<
    OrNoneName,
    string | null
  >;
  return {
    ...words,
    ...orNone,
    idType: code(ID_TYPES, 'idType') ?? '111',
    sex: code(SEXES, 'sex') ?? '0',
    residenceType: code(RESIDENCE_TYPES, 'residenceType') ?? 'registered',
    housing: code(HOUSING_CODES, 'housing'),
    relation: code(RELATION_CODES, 'relation'),
    emergencyConsent: Reflect.get(stored, 'emergencyConsent') === true,
    dropped: [],
  };
}

const TEXTS = [
  'name',
  'otherName',
  'idNumber',
  'phone',
  'phone2',
  'phone3',
  'addressLine',
  'guardianName',
  'emergencyContact',
  'registerAddress',
  'registerDivision',
] as const satisfies readonly (keyof PersonValues)[];
type TextName = (typeof TEXTS)[number];

const OR_NONE = [
  'birthDate',
  'addressId',
  'householdId',
  'stayFrom',
  'stayUntil',
  'guardianId',
  'noticeGivenOn',
] as const satisfies readonly (keyof PersonValues)[];
type OrNoneName = (typeof OR_NONE)[number];
