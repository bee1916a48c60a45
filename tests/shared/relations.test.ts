import { describe, expect, test } from 'vitest';
import {
  RELATION_CODES,
  RELATIONS,
  mayBeHead,
  relationFromWords,
} from '#shared/ledgers/population/relations.ts';

const code = (text: string, sex: 'male' | 'female' | null = null) =>
  relationFromWords(text, sex)?.code ?? null;

describe('the table of relations', () => {
  test('has every code of the standard once, in order', () => {
    expect(new Set(RELATION_CODES).size).toBe(RELATION_CODES.length);
    expect(RELATION_CODES).toEqual([...RELATION_CODES].sort());
    const count = (tens: string) => RELATION_CODES.filter((one) => one.startsWith(tens)).length;
    expect(Array.from('0123456789', count)).toEqual([2, 3, 10, 10, 10, 10, 10, 10, 10, 9]);
    expect(RELATION_CODES.at(-1)).toBe('99');
    expect(RELATION_CODES).not.toContain('98');
  });

  test('reads its own words and codes', () => {
    expect(RELATIONS.filter((one) => code(one.zh) !== one.code)).toEqual([]);
    expect(RELATIONS.filter((one) => code(` ${one.code} `) !== one.code)).toEqual([]);
  });

  test('only the head, or the one the others are related to, may be the head', () => {
    expect(RELATION_CODES.filter(mayBeHead)).toEqual(['01', '02']);
  });
});

describe('words of spreadsheets', () => {
  test('for the family', () => {
    const words = {
      户主: '02',
      本人: '01',
      妻子: '12',
      老婆: '12',
      老公: '11',
      丈夫: '11',
      儿子: '20',
      女儿: '30',
      长子: '22',
      大儿子: '22',
      次子: '23',
      二女儿: '33',
      孙子: '41',
      外孙女: '44',
      父亲: '51',
      爸: '51',
      妈妈: '52',
      岳母: '56',
      丈母娘: '56',
      哥: '71',
      弟媳: '74',
      弟妹: '74',
      女婿: '28',
      儿媳妇: '38',
      奶奶: '62',
      外婆: '64',
      舅妈: '86',
      保姆: '99',
      非亲属: '99',
      继子: '27',
      孙媳妇: '45',
      表弟: '92',
      侄儿: '93',
      小舅子: '97',
      其他: '80',
    };
    expect(Object.entries(words).filter(([word, expected]) => code(word) !== expected)).toEqual([]);
  });

  test('whose meaning the sex decides', () => {
    expect([code('爱人', 'male'), code('爱人', 'female'), code('配偶')]).toEqual(['11', '12', '10']);
    expect([code('子女', 'male'), code('子女', 'female'), code('子女')]).toEqual(['20', '30', null]);
    expect([code('孙', 'female'), code('外孙', 'female'), code('外孙')]).toEqual(['42', '44', '43']);
    expect([code('父母', 'male'), code('父母')]).toEqual(['51', '50']);
  });

  test('with the head before them, marks, spaces and the order of birth', () => {
    for (const text of ['户主之妻', '户主的妻子', '之妻', ' 妻 ', '（妻）', '系户主之妻'])
      expect(code(text)).toBe('12');
    expect([code('大哥'), code('二叔'), code('三姨'), code('小孙子'), code('大儿媳')]).toEqual([
      '71',
      '83',
      '88',
      '41',
      '38',
    ]);
  });

  test('of two meanings or of none are asked about', () => {
    for (const text of ['媳妇', '', '？', '张三', '姑爷', '同上', '03', '98', '父子'])
      expect(relationFromWords(text, null)).toBeNull();
    expect(relationFromWords('媳妇', 'female')).toBeNull();
  });

  test('that say who lets and who rents are no relation', () => {
    for (const text of ['租客', '房东', '租户', '承租人', '室友', '户主的租客'])
      expect(relationFromWords(text, 'male')).toEqual({ code: '99', note: 'not-a-relation' });
    expect(relationFromWords('保姆', null)).toEqual({ code: '99', note: null });
  });
});
