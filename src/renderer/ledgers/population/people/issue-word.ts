/** Which sentence says how to repair a field: by field and rule, then by rule alone. */
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { zh } from './people-text.ts';

type IssueWord = keyof typeof zh.issues;

const BY_FIELD: Readonly<Record<string, IssueWord>> = {
  'name required': 'name',
  'idNumber required': 'idNumber',
  'idNumber characters': 'idCharacters',
  'idNumber length': 'idLength',
  'idNumber birth-date': 'idBirth',
  'idNumber scientific': 'idScientific',
  'idNumber exists': 'idExists',
  'birthDate differs-from-number': 'birthDiffers',
  'birthDate future': 'birthFuture',
  'sex differs-from-number': 'sexDiffers',
  'noticeGivenOn future': 'noticeFuture',
  'outOn future': 'outFuture',
  'addressId required': 'address',
  'relation second-head': 'secondHead',
};

/** Where the field says nothing more. */
const BY_RULE: Readonly<Record<string, IssueWord>> = {
  label: 'label',
  'too-long': 'nameLong',
  characters: 'nameCharacters',
  'check-digit': 'checkDigit',
  rounded: 'rounded',
  'old-number': 'oldNumber',
  'not-a-phone': 'phone',
  'six-digits': 'division',
  'child-needs-guardian': 'guardianNeeded',
  'stay-needs-start': 'stayStart',
  'stay-is-over': 'stayOver',
  'registered-anew': 'registeredAnew',
  changed: 'peopleChanged',
  'before-start': 'stayOrder',
  unread: 'unread',
  required: 'required',
};

/** Any rule about these says the same to a person: choose again. */
const BY_NAME: Readonly<Record<string, IssueWord>> = {
  guardianId: 'guardianWrong',
  householdId: 'household',
  addressId: 'addressGone',
};

export function issueWord({ field, rule }: FieldIssue): IssueWord {
  return BY_FIELD[`${field} ${rule}`] ?? BY_RULE[rule] ?? BY_NAME[field] ?? 'notAccepted';
}
