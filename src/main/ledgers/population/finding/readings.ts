/** How the characters of a name are read, as codes of syllables: every reading of a surname, and the usual ones elsewhere. */
import { pinyin } from 'pinyin-pro';
import { codeOf } from './syllables.ts';

/** Readings that people have for a character of their name beside the dictionary's first. */
const ALSO = readTable(
  '乐yue 茜xi 娜nuo 晟cheng 盛cheng 长zhang 朝zhao 重chong 行hang 柏bo 莎suo 莘xin 覃tan 翟di 隗kui 谌shen 宓fu 缪mou ' +
    '那nuo 么yao 祭zhai 种chong 洗xian 秘bi 黑he',
);

/** Surnames of two characters that are read otherwise than each by itself. */
const DOUBLE = readTable(
  '尉迟yu/chi 万俟mo/qi 单于chan/yu 长孙zhang/sun 澹台tan/tai 子车zi/ju 乐正yue/zheng',
);

/** Readings of one name: 解乐 has four. */
const SPELLINGS_MAX = 6;

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/**
 * The codes of a name, once for every way it may be read. What has no reading is left out: whoever cannot write a rare
 * character goes on with the next one.
 * @param name characters; a run of letters or digits counts as one and is not read
 */
export function spellingsOf(name: readonly string[]): string[] {
  let spelt = [''];
  name.forEach((character, at) => {
    const codes = at === 0 ? surnameReadings(character) : readings(character);
    const before = spelt;
    spelt = [];
    for (const code of codes)
      for (const codes of before) if (spelt.length < SPELLINGS_MAX) spelt.push(codes + code);
  });
  const double = DOUBLE.get((name[0] ?? '') + (name[1] ?? ''));
  if (double !== undefined) spelt.unshift(...new Set(spelt.map((codes) => double + codes.slice(2))));
  return spelt.filter((codes) => codes !== '');
}

const surnames = new Map<string, readonly string[]>();
const others = new Map<string, readonly string[]>();

function surnameReadings(character: string): readonly string[] {
  return known(surnames, character, () => [pinyin(character, { ...PLAIN, surname: 'head' })[0] ?? '']);
}

function readings(character: string): readonly string[] {
  return known(others, character, () => []);
}

/** Asking the dictionary for each person would take longer than saving them. */
function known(
  memory: Map<string, readonly string[]>,
  character: string,
  first: () => readonly string[],
): readonly string[] {
  let found = memory.get(character);
  if (found === undefined) {
    const isRun = /^[\p{Script=Latin}\d]/u.test(character);
    const spelt = isRun
      ? []
      : [...first(), pinyin(character, PLAIN)[0] ?? ''].flatMap((one) => codeOf(one) ?? []);
    found = [...new Set([...spelt, ...(ALSO.get(character) ?? '')])];
    if (found.length === 0) found = [''];
    memory.set(character, found);
  }
  return found;
}

/** `乐yue`, `尉迟yu/chi` → characters and their codes. */
function readTable(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(' ').map((entry) => {
      const [, characters = '', spelt = ''] = /^(\P{ASCII}+)(.+)$/u.exec(entry) ?? [];
      return [
        characters,
        spelt
          .split('/')
          .flatMap((one) => codeOf(one) ?? [])
          .join(''),
      ];
    }),
  );
}
