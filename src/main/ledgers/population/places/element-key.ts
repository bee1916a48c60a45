/** How names of elements are compared and put in order: 3幢, 3号楼 and 3栋 are one building, 2栋 stands before 10栋. */
import { elementOf, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { spellAddress } from '#shared/ledgers/population/address-spelling.ts';

/** Names as most of them are written: nothing to spell. */
const PLAIN = /^[1-9]\d*(?:号|栋|单元|组)?$/u;

/** Two elements of a kind under one parent are the same where their keys are. */
export function elementKey(kind: ElementKind, name: string): string {
  if (PLAIN.test(name)) return `${kind} ${FORMS[kind]?.(name) ?? name}`;
  const { text, asides } = spellAddress(name);
  const spelt = withoutZeros(text);
  return [kind, FORMS[kind]?.(spelt) ?? spelt, ...asides].join(' ');
}

const FORMS: Partial<Record<ElementKind, (spelt: string) => string | undefined>> = {
  group: (spelt) => worded(spelt, /^(\d+)组?$/u, '组'),
  gate: (spelt) => {
    const [, main = '', annex = ''] = /^(\d+[A-Z]?号?院?)?(?:附(\d+)号?)?$/u.exec(spelt) ?? [];
    const front = /\d[A-Z]?$/u.test(main) ? `${main}号` : main;
    return front + (annex === '' ? '' : `附${annex}号`) || undefined;
  },
  building: (spelt) => {
    const number = /^([A-Z]?\d+[A-Z]?|[A-Z])(?:栋|号|楼)?$/u.exec(spelt)?.[1];
    return number === undefined ? undefined : `${number}${/\d/u.test(number) ? '栋' : '座'}`;
  },
  entrance: (spelt) => worded(spelt, /^(\d+|[A-Z])(?:单元)?$/u, '单元'),
  room: (spelt) => spelt.replace(/[室号]$/u, '').replace(/^负/u, '-'),
};

function worded(spelt: string, form: RegExp, word: string): string | undefined {
  const number = form.exec(spelt)?.[1];
  return number === undefined ? undefined : number + word;
}

function withoutZeros(spelt: string): string {
  return spelt.replace(/(?<!\d)0+(?=\d)/gu, '');
}

// As a dictionary orders them, numbers by their value.
const order = new Intl.Collator('zh', { numeric: true });

/** As people read them: larger elements first, then by name, 附3号 after 12号 and before 13号. */
export function compareElements(
  a: { readonly kind: ElementKind; readonly name: string },
  b: { readonly kind: ElementKind; readonly name: string },
): number {
  const levels = elementOf(a.kind).level - elementOf(b.kind).level;
  return levels || compareNames(a.name, b.name);
}

export function compareNames(a: string, b: string): number {
  return order.compare(spokenNumber(a), spokenNumber(b)) || (a < b ? -1 : a > b ? 1 : 0);
}

/** 二组 is the second group, wherever the dictionary has 二. */
function spokenNumber(name: string): string {
  return /[〇零○一二两三四五六七八九十]/u.test(name) ? spellAddress(name).text : name;
}
