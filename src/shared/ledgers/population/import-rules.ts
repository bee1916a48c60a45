/** Every word an import says about a column or a row. The counter has text for each of them. */

/**
 * Why a column may not be taken, by the law that forbids it:
 * - `constitution-33`: ethnicity. All citizens are equal, and no ledger here needs it.
 * - `constitution-35`: political status and opinion.
 * - `pipl-28-religion`, `pipl-28-health`, `pipl-28-biometrics`: sensitive information without a purpose of this ledger.
 * - `pipl-34`: lists of "key" people, suspicion, control and danger grades: beyond the limits of the statutory duty.
 * - `pipl-24`: tags, scores and grades of people.
 * - `petitions-46`: who petitioned or complained (信访工作条例).
 * - `pspl-136`: earlier punishments and offences; the records are sealed (治安管理处罚法).
 */
export const FORBIDDEN_RULES = [
  'constitution-33',
  'constitution-35',
  'pipl-28-religion',
  'pipl-28-health',
  'pipl-28-biometrics',
  'pipl-34',
  'pipl-24',
  'petitions-46',
  'pspl-136',
] as const;
export type ForbiddenRule = (typeof FORBIDDEN_RULES)[number];

/**
 * Why a row is not imported; the field says where:
 * - name: `required`, `characters`, `too-long`; `label`: it holds a word that no record may; `number-of-another`: that number belongs to somebody of another name.
 * - idNumber: `length`, `birth-date`, `scientific`, `characters`.
 * - address: `required`; `unread`; `no-door`: a place without a door; `no-place`: a door, and nothing says of which place;
 *   `doubtful`: words in it that may mean another door.
 */
export const ROW_ISSUES = [
  'required',
  'characters',
  'too-long',
  'label',
  'number-of-another',
  'length',
  'birth-date',
  'scientific',
  'unread',
  'no-door',
  'no-place',
  'doubtful',
] as const;
export type RowIssueRule = (typeof ROW_ISSUES)[number];

/**
 * What is imported and should be looked at again; the field says where:
 * - idNumber: `check-digit`, `rounded`, `old-number`; `unread`: words stood there; `same-number`: another record has it;
 *   `one-digit`: somebody of the same name and birthday has a number that differs in one place.
 * - name: `same-name-birth`: somebody of the same name and birthday stands here already.
 * - birthDate, sex: `differs-from-number`, `unread`; birthDate: `guessed`, where day and month may be the other way round.
 * - phone: `not-a-phone`, `too-many`.
 * - registerAddress, otherName: `too-long`, `characters`.
 * - policeGrid, civilGrid: `unknown-grid`.
 * - idType, residenceType, housing, relation: `unknown-word`; relation: `not-a-relation`, `second-head`.
 * - stayFrom, stayUntil, outOn, diedOn: `unread`; `before-start`, `stay-needs-start`, `stay-is-over`, `future`.
 * - isOut, isDead: `unread`; `goes-out`: the record will be marked as no longer here.
 * - any field: `forbidden-word`: words that no record may hold were left out.
 */
export const ROW_WARNINGS = [
  'check-digit',
  'rounded',
  'old-number',
  'unread',
  'same-number',
  'one-digit',
  'same-name-birth',
  'differs-from-number',
  'guessed',
  'not-a-phone',
  'too-many',
  'too-long',
  'characters',
  'unknown-grid',
  'unknown-word',
  'not-a-relation',
  'second-head',
  'before-start',
  'stay-needs-start',
  'stay-is-over',
  'future',
  'goes-out',
  'forbidden-word',
] as const;
export type RowWarningRule = (typeof ROW_WARNINGS)[number];

/**
 * Why a call was refused as `invalid`; the field says what of it:
 * - mapping: `required` with the field that is missing; `forbidden`, `twice`, `no-such-column`.
 * - baseAddressId: `missing`. rows: `no-twin`. row: `missing`. headerRows: `missing`. import: `not-checked`, `written`.
 */
export const IMPORT_REFUSALS = [
  'required',
  'forbidden',
  'twice',
  'no-such-column',
  'missing',
  'no-twin',
  'not-checked',
  'written',
] as const;
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];

/** Hours in which a whole batch can be taken back. */
export const UNDO_HOURS = 24;

/** Without these nothing can be read from a sheet: who, and where. */
export function missingFields(taken: ReadonlySet<string>): ('name' | 'address')[] {
  const missing: ('name' | 'address')[] = [];
  if (!taken.has('name')) missing.push('name');
  if (!taken.has('address') && !taken.has('door')) missing.push('address');
  return missing;
}
