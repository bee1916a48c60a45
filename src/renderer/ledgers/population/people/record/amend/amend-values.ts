/** What stands in a section's form, and what of it is sent. The counter knows numbers and phones only masked. */
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { CHILD_AGE, type ResidentInput } from '#shared/ledgers/population/residents.ts';
import {
  checkPerson,
  HIDDEN_FIELDS,
  toResident,
  warnAbout,
  type HiddenField,
  type PersonValues,
} from '#renderer/ledgers/population/people/form/person-values.ts';

type OpenInput = Omit<ResidentInput, HiddenField>;
export type Amendment = OpenInput & Partial<Pick<ResidentInput, HiddenField>>;

/** A number that is there and stays: the rules are told of it, the office is not. */
const KEPT = 'KEPT';

export function toPersonValues(row: ResidentRow): PersonValues {
  return {
    name: row.name,
    otherName: row.otherName ?? '',
    idType: row.idType,
    idNumber: '',
    sex: row.sex,
    birthDate: null,
    phone: '',
    phone2: '',
    phone3: '',
    addressId: row.addressId,
    addressLine: row.addressLine,
    residenceType: row.residenceType,
    housing: row.housing,
    householdId: row.householdId,
    relation: row.relation,
    stayFrom: row.stayFrom,
    stayUntil: row.stayUntil,
    guardianId: row.guardianId,
    guardianName: row.guardianName ?? '',
    emergencyConsent: row.emergencyConsent,
    emergencyContact: '',
    registerAddress: row.registerAddress ?? '',
    registerDivision: row.registerDivision ?? '',
    noticeGivenOn: row.noticeGivenOn,
    dropped: [],
  };
}

/**
 * Only what was changed in the form is changed in the record: everything else goes back as it stands in `onto`.
 * @param began what the form began with
 */
export function toAmendment(values: PersonValues, began: ResidentRow, onto: ResidentRow): Amendment {
  const before = openPart(toPersonValues(began));
  const changed = Object.fromEntries(
    Object.entries(openPart(values)).filter(([field, value]) => Reflect.get(before, field) !== value),
  );
  return { ...openPart(toPersonValues(onto)), ...changed, ...hiddenPart(values) };
}

export interface ChangedField {
  readonly field: Exclude<keyof PersonValues, 'addressLine' | 'guardianName' | 'dropped'>;
  /** Undefined where the counter does not know it. */
  readonly before: string | boolean | null | undefined;
  readonly after: string | boolean | null;
}

/** What saving would change, in the order of the form. */
export function changedFields(values: PersonValues, began: ResidentRow): ChangedField[] {
  const before = toPersonValues(began);
  const { addressLine, guardianName, dropped, ...fields } = values;
  const shown: Partial<Record<keyof PersonValues, string>> = {
    addressId: addressLine,
    guardianId: guardianName,
  };
  const was: Partial<Record<keyof PersonValues, string>> = {
    addressId: before.addressLine,
    guardianId: before.guardianName,
  };
  return (Object.keys(fields) as ChangedField['field'][]).flatMap((field) => {
    const drops = isHidden(field) && dropped.includes(field);
    if (fields[field] === before[field] && !drops) return [];
    return [
      {
        field,
        before: isHidden(field) ? undefined : (was[field] ?? before[field]),
        after: drops ? null : (shown[field] ?? fields[field]),
      },
    ];
  });
}

function openPart(values: PersonValues): OpenInput {
  const number = values.idType === 'none' ? '' : values.idNumber || KEPT;
  const whole = toResident({ ...values, idNumber: number });
  const open = Object.entries(whole).filter(([field]) => !isHidden(field));
  return Object.fromEntries(open) as OpenInput;
}

/** Typed: written. Dropped: deleted. Neither: left out, and so left as it is. */
function hiddenPart(values: PersonValues): Partial<Pick<ResidentInput, HiddenField>> {
  const dropped = new Set<HiddenField>(values.dropped);
  if (values.idType === 'none') dropped.add('idNumber');
  if (!values.emergencyConsent) dropped.add('emergencyContact');
  const part: Partial<Record<HiddenField, string | null>> = {};
  for (const field of HIDDEN_FIELDS) {
    const typed = values[field]?.trim() ?? '';
    if (dropped.has(field)) part[field] = null;
    else if (typed !== '') part[field] = typed;
  }
  return part;
}

function isHidden(field: string): field is HiddenField {
  return HIDDEN_FIELDS.some((one) => one === field);
}

export function checkAmendment(values: PersonValues, row: ResidentRow, today: CalendarDay): FieldIssue[] {
  return checkPerson(withoutKept(values, row), today);
}

export function warnAboutAmendment(values: PersonValues, row: ResidentRow, today: CalendarDay): FieldIssue[] {
  const warnings = warnAbout(withoutKept(values, row), today);
  const child = values.birthDate === null && row.age !== null && row.age < CHILD_AGE;
  if (child && values.guardianId === null)
    warnings.push({ field: 'guardianId', rule: 'child-needs-guardian' });
  return warnings;
}

/** The rules would ask for a number that is there and not shown. */
function withoutKept(values: PersonValues, row: ResidentRow): PersonValues {
  return values.idNumber.trim() === '' && row.idMasked !== null ? { ...values, idType: 'none' } : values;
}
