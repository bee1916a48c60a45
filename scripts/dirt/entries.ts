/** The rows of one file: people as they are, then the faults in their shares, then the rows that repeat others. */
import type { ImportField } from '#shared/contract/population/imports.ts';
import type { Random } from '#main/seed/random.ts';
import { spelledDay } from './dates.ts';
import { behindPlace, noDoor, spelledOtherwise } from './doors.ts';
import type { Cell, Entry, Fault, Outcome, Texts } from './entry.ts';
import { NEEDS_DIGITS, oneDigitApart, otherName, spoilNumber, type NumberFault } from './spoil.ts';
import type { Truth } from './truth.ts';

export interface EntryPlan {
  readonly people: readonly Truth[];
  /** What the file has a column for: only these faults can be seen. */
  readonly fields: ReadonlySet<ImportField>;
  /** Shares of the rows, beside or instead of the usual ones; 0 leaves a fault out. */
  readonly shares: Partial<Record<Fault, number>>;
  /** A spreadsheet, which holds numbers and days as numbers. */
  readonly cells: boolean;
  /** False where the encoding has no character that cannot be seen. */
  readonly zeroWidth: boolean;
  /** The people of a household share one cell for their door: nobody's door is spelt by itself. */
  readonly sharedDoors: boolean;
}

/** Shares of the rows; of each at least one row where the file has the column. */
const SHARES: Readonly<Record<Fault, number>> = {
  'outer-spaces': 0.04,
  'full-width-number': 0.008,
  'lower-case-x': 0,
  apostrophe: 0,
  'inner-spaces': 0.005,
  'zero-width': 0.005,
  scientific: 0.01,
  rounded: 0.015,
  'check-digit': 0.008,
  'impossible-birth': 0.001,
  length: 0.002,
  'sex-differs': 0.003,
  'birth-differs': 0.002,
  'old-number': 0.003,
  'no-number': 0.06,
  'no-name': 0.003,
  'no-door': 0.005,
  'exact-duplicate': 0.02,
  'same-number-other-name': 0.006,
  'one-digit-apart': 0.004,
  'fills-phone': 0.008,
  'fills-number': 0.003,
  'repeated-without-number': 0.004,
  'number-left-out-later': 0.003,
};

const NUMBER_FAULTS: readonly NumberFault[] = [
  'scientific',
  'rounded',
  'check-digit',
  'impossible-birth',
  'length',
  'old-number',
  'no-number',
  'full-width-number',
  'inner-spaces',
  'zero-width',
];

const OTHER_RELATIONS = ['老公', '媳妇', '租客', '房东'] as const;
const OTHER_RELATION_SHARE = 0.08;
const OTHER_SPELLING_SHARE = 0.18;

export function entriesOf(random: Random, plan: EntryPlan): Entry[] {
  const { people, fields, cells } = plan;
  const share = (fault: Fault) => {
    if (fault === 'zero-width' && !plan.zeroWidth) return 0;
    return plan.shares[fault] ?? SHARES[fault];
  };
  const free = new Set(people.map((_, at) => at));
  const entries = people.map((truth): Entry => plainEntry(random, plan, truth));

  /** Rows that have no fault yet and that this one can happen to. */
  function take(fault: Fault, fits: (truth: Truth) => boolean): number[] {
    const wanted = share(fault) === 0 ? 0 : Math.max(1, Math.round(share(fault) * people.length));
    const fitting = [...free].filter((at) => fits(truthAt(people, at)));
    const taken: number[] = [];
    while (taken.length < wanted && fitting.length > 0) {
      const [at] = fitting.splice(random.below(fitting.length), 1);
      if (at === undefined) break;
      free.delete(at);
      taken.push(at);
    }
    return taken;
  }

  function change(at: number, fault: Fault, outcome: Outcome, texts: Texts, repaired = false): void {
    const entry = entryAt(entries, at);
    entries[at] = { ...entry, fault, outcome, repaired, texts: { ...entry.texts, ...texts } };
  }

  function spoil(fault: NumberFault, rows: readonly number[]): void {
    for (const at of rows) {
      const { cell, outcome, repaired } = spoilNumber(random, truthAt(people, at).number, fault, cells);
      change(at, fault, outcome, { idNumber: cell }, repaired);
    }
  }

  const rounded = new Set<string>();
  for (const fault of NUMBER_FAULTS)
    spoil(
      fault,
      take(fault, ({ number, born }) => {
        if (NEEDS_DIGITS.has(fault) && number.endsWith('X')) return false;
        if (fault === 'old-number') return born < '2000-01-01';
        if (fault !== 'rounded') return true;
        // Two people of one day would have the same number then: a fault of its own.
        const kept = number.slice(0, 15);
        if (rounded.has(kept)) return false;
        rounded.add(kept);
        return true;
      }),
    );

  for (const at of take('no-name', () => true))
    change(at, 'no-name', 'rejected', { name: random.pick(['', ' ', '　']) });
  for (const at of take('no-door', () => !plan.sharedDoors)) {
    const { place, rest } = noDoor(random, truthAt(people, at).door);
    change(at, 'no-door', 'rejected', { address: place + rest, place, door: rest });
  }
  if (fields.has('sex'))
    for (const at of take('sex-differs', () => true))
      change(at, 'sex-differs', 'imported', { sex: truthAt(people, at).sex === '1' ? '女' : '男' });
  if (fields.has('birthDate'))
    for (const at of take('birth-differs', ({ born }) => born < '2020-01-01')) {
      const { born } = truthAt(people, at);
      change(at, 'birth-differs', 'imported', {
        birthDate: `${Number(born.slice(0, 4)) + 1}${born.slice(4, 8)}15`,
      });
    }

  const repeats = repeatsOf();
  const lower = [...free].filter((at) => truthAt(people, at).number.endsWith('X'));
  if (share('lower-case-x') > 0)
    spoil(
      'lower-case-x',
      lower.filter(() => random.chance(share('lower-case-x'))),
    );
  for (const at of [...free].filter(() => random.chance(share('outer-spaces')))) {
    const { name } = truthAt(people, at);
    const [first = '', ...others] = name;
    const forms = [` ${name}`, `${name}　`, `${first}　${others.join('')}`];
    const spoilt = random.pick(plan.zeroWidth ? [...forms, `\u200B${name}`] : forms);
    const entry = entryAt(entries, at);
    entries[at] = { ...entry, fault: entry.fault ?? 'outer-spaces', texts: { ...entry.texts, name: spoilt } };
  }
  const rows = woven(random, entries, repeats, plan.sharedDoors);
  return share('apostrophe') > 0 ? rows.map(withApostrophe) : rows;

  /** Rows about people who stand in the file already. Their first row has no fault but the one it needs. */
  function repeatsOf(): Repeat[] {
    const repeats: Repeat[] = [];
    const add = (of: number, fault: Fault, outcome: Outcome, texts: Texts) => {
      repeats.push({
        of,
        make: (entry) => ({ ...entry, fault, outcome, texts: { ...entry.texts, ...texts } }),
      });
    };
    const any = () => true;
    for (const at of take('exact-duplicate', any)) {
      repeats.push({
        of: at,
        make: (entry) => ({ ...entry, fault: 'exact-duplicate', outcome: 'duplicate' }),
      });
    }
    for (const at of take('same-number-other-name', any))
      add(at, 'same-number-other-name', 'rejected', { name: otherName(truthAt(people, at).name) });
    for (const at of take('one-digit-apart', any))
      add(at, 'one-digit-apart', 'imported', { idNumber: oneDigitApart(truthAt(people, at).number) });
    if (fields.has('phone'))
      for (const at of take('fills-phone', ({ phone }) => phone !== null)) {
        change(at, 'fills-phone', 'imported', { phone: '' });
        add(at, 'fills-phone', 'merged', { phone: truthAt(people, at).phone ?? '' });
      }
    const other = (truth: Truth): Texts =>
      plan.sharedDoors ? {} : doorTexts(truth.door.place, spelledOtherwise(random, truth.door, false));
    if (fields.has('birthDate')) {
      for (const at of take('fills-number', any)) {
        change(at, 'fills-number', 'imported', { idNumber: '无' });
        add(at, 'fills-number', 'merged', { idNumber: truthAt(people, at).number });
      }
      for (const at of take('number-left-out-later', any))
        add(at, 'number-left-out-later', 'duplicate', { idNumber: '不详', ...other(truthAt(people, at)) });
    }
    for (const at of take('repeated-without-number', any)) {
      change(at, 'no-number', 'imported', { idNumber: '' });
      add(at, 'repeated-without-number', 'duplicate', other(truthAt(people, at)));
    }
    return repeats;
  }
}

/** Every sound number of a file that was saved with its numbers as text. */
function withApostrophe(entry: Entry): Entry {
  const { idNumber } = entry.texts;
  if (idNumber !== entry.truth.number || entry.outcome === 'rejected') return entry;
  const fault = entry.fault ?? 'apostrophe';
  return { ...entry, fault, repaired: true, texts: { ...entry.texts, idNumber: `'${entry.truth.number}` } };
}

interface Repeat {
  readonly of: number;
  readonly make: (entry: Entry) => Entry;
}

/** Each repeat some rows after the row it repeats; at the end where households must stay together. */
function woven(
  random: Random,
  entries: readonly Entry[],
  repeats: readonly Repeat[],
  atEnd: boolean,
): Entry[] {
  const after = new Map<number, Entry[]>();
  for (const { of, make } of repeats) {
    const at = atEnd ? entries.length - 1 : Math.min(entries.length - 1, of + random.below(60));
    after.set(at, [...(after.get(at) ?? []), make(entryAt(entries, of))]);
  }
  return entries.flatMap((entry, at) => [entry, ...(after.get(at) ?? [])]);
}

function plainEntry(random: Random, plan: EntryPlan, truth: Truth): Entry {
  const { door, phone, secondPhone, born } = truth;
  const isSpelt = !plan.sharedDoors && random.chance(OTHER_SPELLING_SHARE);
  const behind = isSpelt ? spelledOtherwise(random, door, true) : behindPlace(door);
  const mark = random.pick(['/', '、', ' ', ';']);
  const texts: Texts = {
    name: truth.name,
    idType: '居民身份证',
    idNumber: truth.number,
    sex: truth.sex === '1' ? '男' : '女',
    birthDate: spelledDay(random, born, plan.cells),
    phone: phone === null ? '' : secondPhone === null ? phone : `${phone}${mark}${secondPhone}`,
    ...doorTexts(door.place, behind),
    registerAddress: truth.registerAddress,
    residenceType: truth.residence,
    householdNumber: truth.household,
    relation: random.chance(OTHER_RELATION_SHARE) ? random.pick(OTHER_RELATIONS) : truth.relation,
    ...stayTexts(random, plan, truth),
  };
  return { truth, texts, outcome: 'imported', repaired: false, fault: null };
}

function doorTexts(place: string, behind: string): Texts {
  return { address: place + behind, place, door: behind.trim() };
}

function stayTexts(random: Random, plan: EntryPlan, { residence, age }: Truth): Texts {
  const texts: Record<string, Cell> = {
    isOut: '否',
    isDead: '否',
    outOn: '',
    diedOn: '',
    stayFrom: '',
    stayUntil: '',
  };
  if (residence === '流动人口') {
    const month = String(random.between(1, 9)).padStart(2, '0');
    texts['stayFrom'] = spelledDay(random, `2026-${month}-15`, plan.cells);
    texts['stayUntil'] = spelledDay(random, `2027-${month}-15`, plan.cells);
  }
  if (random.chance(0.01)) {
    const dead = age > 70;
    texts[dead ? 'isDead' : 'isOut'] = '是';
    texts[dead ? 'diedOn' : 'outOn'] = spelledDay(random, `2026-0${random.between(1, 9)}-08`, plan.cells);
  }
  return texts;
}

function truthAt(people: readonly Truth[], at: number): Truth {
  const truth = people[at];
  if (truth === undefined) throw new RangeError('no such person');
  return truth;
}

function entryAt(entries: readonly Entry[], at: number): Entry {
  const entry = entries[at];
  if (entry === undefined) throw new RangeError('no such row');
  return entry;
}
