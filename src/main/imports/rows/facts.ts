/** From the texts of a row to what the ledger would hold of a person, with everything that is wrong or doubtful. */
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isWordForNone } from '#shared/kernel/citizen-number.ts';
import { readDay } from '#shared/kernel/day-text.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanNumber, cleanText } from '#shared/kernel/text-input.ts';
import type { ImportField } from '#shared/contract/population/imports.ts';
import { mayBeHead, relationFromWords, type RelationCode } from '#shared/ledgers/population/relations.ts';
import {
  sexOf,
  type HousingCode,
  type IdType,
  type OutState,
  type ResidenceType,
  type Sex,
} from '#shared/ledgers/population/residents.ts';
import type { RowIssueRule, RowWarningRule } from '#shared/ledgers/population/import-rules.ts';
import type { DoorReader, DoorText } from './door-text.ts';
import { numberFact, type NumberFact } from './number-fact.ts';
import { phoneFacts } from './phone-facts.ts';
import type { Texts } from './texts.ts';
import {
  housingFromWord,
  idTypeFromWord,
  outStateFromWord,
  residenceTypeFromWord,
  sexFromWord,
  sexOfCode,
  type SexCodes,
} from './words.ts';

/** What a row says of a person; the door and the household are settled later. */
export interface PersonFacts {
  readonly name: string;
  readonly otherName: string | null;
  readonly idType: IdType;
  readonly idNumber: string | null;
  readonly sex: Sex;
  readonly birthDate: CalendarDay | null;
  readonly phone: string | null;
  readonly phone2: string | null;
  readonly phone3: string | null;
  readonly registerAddress: string | null;
  readonly residenceType: ResidenceType;
  readonly housing: HousingCode | null;
  readonly relation: RelationCode | null;
  /** '' where there is none. */
  readonly householdNumber: string;
  readonly stayFrom: CalendarDay | null;
  readonly stayUntil: CalendarDay | null;
  readonly outState: OutState | null;
  readonly outOn: CalendarDay | null;
}

export interface ReadRow {
  readonly facts: PersonFacts;
  readonly door: DoorText;
  /** Codes of grids that stand in the ledger. */
  readonly policeGrid: string | null;
  readonly civilGrid: string | null;
  readonly issues: readonly FieldIssue[];
  readonly warnings: readonly FieldIssue[];
  readonly repaired: boolean;
}

/** What the rows of one sheet have in common. */
export interface Reading {
  readonly today: CalendarDay;
  readonly doors: DoorReader;
  readonly sexCodes: SexCodes | null;
  /** The sheet has a column for the beginning of a stay. */
  readonly asksStay: boolean;
  /** What 是 means in the column of residence types. */
  readonly yes: ResidenceType;
  /** The grid's code by its code or name; null where no such grid stands. `known` is false where there are no grids at all. */
  readonly gridOf: (
    kind: 'police' | 'civil',
    text: string,
  ) => { readonly code: string | null; readonly known: boolean };
}

const REGISTER_MAX = 120;
const HOUSEHOLD_NUMBER_MAX = 30;

export function readRow(texts: Texts, reading: Reading, forbiddenWords: readonly ImportField[]): ReadRow {
  const issues: FieldIssue[] = [];
  // A name without its label may be no name any more: a person looks at it. Elsewhere the rest of the text stands.
  const labelled = forbiddenWords.includes('name');
  const warnings: FieldIssue[] = forbiddenWords
    .filter((field) => field !== 'name')
    .map((field) => ({ field, rule: 'forbidden-word' }));
  const issue = (field: ImportField, rule: RowIssueRule | null) => {
    if (rule !== null) issues.push({ field, rule });
  };
  const warn = (field: ImportField, rule: RowWarningRule | null) => {
    if (rule !== null) warnings.push({ field, rule });
  };

  const name = isWordForNone(texts.name) ? '' : cleanPersonName(texts.name);
  issue('name', labelled ? 'label' : personNameIssue(name));
  const number = numberFact(texts, texts.idType, reading.today);
  issue('idNumber', number.issue);
  warn('idNumber', number.warning);
  if (texts.idType !== '' && idTypeFromWord(texts.idType) === null && !isWordForNone(texts.idType))
    warn('idType', 'unknown-word');
  const door = reading.doors.read(texts);
  issue('address', door.issue);
  const phones = phoneFacts(texts.phone);
  warn('phone', phones.warning);
  const [phone = null, phone2 = null, phone3 = null] = phones.phones;
  const sex = sexFact(texts.sex, number, reading, warn);
  const birthDate = birthFact(texts.birthDate, number, reading.today, warn);
  const out = outFact(texts, reading.today, warn);
  const stay = stayFact(texts, reading.today, warn);
  const relation = relationFact(texts.relation, sex, warn);
  const residenceType = residenceFact(texts.residenceType, reading.yes, number, stay.stayFrom, warn);
  if (residenceType === 'temporary' && stay.stayFrom === null && reading.asksStay)
    warn('stayFrom', 'stay-needs-start');

  return {
    facts: {
      name,
      otherName: otherNameFact(texts.otherName, warn),
      idType: number.idType,
      idNumber: number.idNumber,
      sex,
      birthDate,
      phone,
      phone2,
      phone3,
      registerAddress: registerFact(texts.registerAddress, warn),
      residenceType,
      housing: known(texts.housing, housingFromWord, () => warn('housing', 'unknown-word')),
      relation: out.outState !== null && relation !== null && mayBeHead(relation) ? null : relation,
      householdNumber: isWordForNone(texts.householdNumber)
        ? ''
        : cleanNumber(texts.householdNumber).slice(0, HOUSEHOLD_NUMBER_MAX),
      ...stay,
      ...out,
    },
    door,
    policeGrid: gridFact('police', texts.policeGrid, reading, () => warn('policeGrid', 'unknown-grid')),
    civilGrid: gridFact('civil', texts.civilGrid, reading, () => warn('civilGrid', 'unknown-grid')),
    issues,
    warnings,
    repaired: number.repaired || phones.repaired,
  };
}

type Warn = (field: ImportField, rule: RowWarningRule | null) => void;

/** Null for an empty cell, and with a warning for a word that is none. */
function known<Code>(text: string, read: (text: string) => Code | null, strange: () => void): Code | null {
  if (text === '' || isWordForNone(text)) return null;
  const code = read(text);
  if (code === null) strange();
  return code;
}

function sexFact(text: string, { reading }: NumberFact, { sexCodes }: Reading, warn: Warn): Sex {
  const told = reading === null || reading.sex === null ? null : sexOf(reading.sex);
  // 0 is no empty cell here: some sheets count from it.
  const said = sexFromWord(text) ?? sexOfCode(text, sexCodes);
  // Digits of which nobody knows how they count are worth a question only where nothing else tells.
  if (said === null && told === null && text !== '' && (!isWordForNone(text) || text === '0'))
    warn('sex', 'unread');
  if (said === null || said === '0' || said === '9') return told ?? said ?? '0';
  if (told !== null && told !== said) warn('sex', 'differs-from-number');
  return said;
}

function birthFact(
  text: string,
  { reading }: NumberFact,
  today: CalendarDay,
  warn: Warn,
): CalendarDay | null {
  const told = reading?.birthDate ?? null;
  const said = known(
    text,
    (cell) => readDay(cell, today),
    () => warn('birthDate', 'unread'),
  );
  if (said === null) return told;
  if (!said.certain && told !== null) return told;
  if (said.day > today) {
    warn('birthDate', 'unread');
    return told;
  }
  if (!said.certain) warn('birthDate', 'guessed');
  if (told !== null && told !== said.day) warn('birthDate', 'differs-from-number');
  return said.day;
}

function dayFact(field: ImportField, text: string, today: CalendarDay, warn: Warn): CalendarDay | null {
  const said = known(
    text,
    (cell) => readDay(cell, today),
    () => warn(field, 'unread'),
  );
  return said !== null && isCalendarDay(said.day) ? said.day : null;
}

function stayFact(texts: Texts, today: CalendarDay, warn: Warn): Pick<PersonFacts, 'stayFrom' | 'stayUntil'> {
  const stayFrom = dayFact('stayFrom', texts.stayFrom, today, warn);
  const stayUntil = dayFact('stayUntil', texts.stayUntil, today, warn);
  if (stayFrom !== null && stayUntil !== null && stayUntil < stayFrom) {
    warn('stayUntil', 'before-start');
    return { stayFrom, stayUntil: null };
  }
  if (stayUntil !== null && stayUntil < today) warn('stayUntil', 'stay-is-over');
  return { stayFrom, stayUntil };
}

/** Gone is who is marked so, or who has a day of it and is not marked as here. */
function outFact(texts: Texts, today: CalendarDay, warn: Warn): Pick<PersonFacts, 'outState' | 'outOn'> {
  const state = (field: 'isOut' | 'isDead', yes: OutState) =>
    known(
      texts[field],
      (word) => outStateFromWord(word, yes),
      () => warn(field, 'unread'),
    );
  const moved = state('isOut', 'moved');
  const dead = state('isDead', 'dead');
  const outOn = pastDay('outOn', texts.outOn, today, warn);
  const diedOn = pastDay('diedOn', texts.diedOn, today, warn);
  if (dead === 'dead' || moved === 'dead' || (dead === null && diedOn !== null))
    return { outState: 'dead', outOn: diedOn ?? outOn };
  if (moved === 'here' || (moved === null && outOn === null)) return { outState: null, outOn: null };
  return { outState: moved ?? 'moved', outOn };
}

function pastDay(
  field: 'outOn' | 'diedOn',
  text: string,
  today: CalendarDay,
  warn: Warn,
): CalendarDay | null {
  const day = dayFact(field, text, today, warn);
  if (day === null || day <= today) return day;
  warn(field, 'future');
  return null;
}

function relationFact(text: string, sex: Sex, warn: Warn): RelationCode | null {
  const told = sex === '1' ? 'male' : sex === '2' ? 'female' : null;
  const read = known(
    text,
    (word) => relationFromWords(word, told),
    () => warn('relation', 'unknown-word'),
  );
  if (read === null) return null;
  if (read.note === null) return read.code;
  warn('relation', read.note);
  return null;
}

function residenceFact(
  text: string,
  yes: ResidenceType,
  { idType }: NumberFact,
  stayFrom: CalendarDay | null,
  warn: Warn,
): ResidenceType {
  const said = known(
    text,
    (word) => residenceTypeFromWord(word, yes),
    () => warn('residenceType', 'unknown-word'),
  );
  if (said !== null) return said;
  if (OVERSEAS.includes(idType)) return 'overseas';
  return stayFrom === null ? 'registered' : 'temporary';
}

const OVERSEAS: readonly IdType[] = ['511', '516', '554', 'hmt-permit', 'foreign-card'];

function otherNameFact(text: string, warn: Warn): string | null {
  if (isWordForNone(text)) return null;
  const name = cleanPersonName(text);
  const rule = name === '' ? null : personNameIssue(name);
  if (rule === null) return name || null;
  warn('otherName', rule === 'too-long' ? rule : 'characters');
  return null;
}

function registerFact(text: string, warn: Warn): string | null {
  const line = isWordForNone(text) ? '' : cleanText(text);
  if (line.length <= REGISTER_MAX) return line || null;
  warn('registerAddress', 'too-long');
  return null;
}

function gridFact(
  kind: 'police' | 'civil',
  text: string,
  { gridOf }: Reading,
  strange: () => void,
): string | null {
  if (text === '' || isWordForNone(text)) return null;
  const { code, known: anyKnown } = gridOf(kind, cleanText(text));
  if (code === null && anyKnown) strange();
  return code;
}
