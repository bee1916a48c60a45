import { describe, expect, it } from 'vitest';
import { failureSchema } from '#shared/kernel/failure.ts';
import { LOCK_REASONS } from '#shared/pipe.ts';
import { texts } from '#renderer/app/texts.ts';

const HAN = /\p{Script=Han}/u;

/** `rail.today` → words. */
function flatten(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    return typeof value === 'object' && value !== null ? flatten(value, here) : [];
  });
}

const placeholders = (words: string) =>
  [...words.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1]).toSorted();

describe.each(Object.entries(texts))('the words of %s', (_room, { zh, en }) => {
  const chinese = flatten(zh);
  const english = new Map(flatten(en));

  it('are the same in Chinese and in English, with the same gaps to fill', () => {
    expect([...english.keys()].toSorted()).toEqual(chinese.map(([key]) => key).toSorted());
    for (const [key, words] of chinese)
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(words)]);
  });

  it('leave no English line in Chinese, except names that are the same in both', () => {
    const same = chinese.filter(
      ([key, words]) => !HAN.test(words) && english.get(key) === words && words !== '',
    );
    // Figures, days and names filled in need no language; a formula of gaps and signs is the same in both.
    const lines = same
      .map(([, words]) => words)
      .filter((words) => /\p{L}/u.test(words.replace(/\{\{\w+\}\}/gu, '')));
    expect(lines.filter((words) => !/^(Node|English)$/u.test(words))).toEqual([]);
  });

  it('leave no Chinese in English, except the name of the other language and what a plate says', () => {
    const left = [...english.values()]
      .map((words) => words.replace(/中文|[Ss]uch as [^.]*/gu, ''))
      .filter((words) => HAN.test(words));
    expect(left).toEqual([]);
  });

  it('put full-width punctuation beside Han characters', () => {
    const half = chinese.filter(([, words]) => /\p{Script=Han}[,:;?!()]|[,:;()]\p{Script=Han}/u.test(words));
    expect(half).toEqual([]);
  });

  it('use straight quotes in English, since Chinese fonts draw the curly ones a whole character wide', () => {
    expect([...english.values()].filter((words) => /[‘’“”]/u.test(words))).toEqual([]);
  });

  it('blame nobody and raise no voice', () => {
    const loud = [...chinese.map(([, words]) => words), ...english.values()].filter((words) =>
      /[!！]/u.test(words),
    );
    expect(loud).toEqual([]);
  });
});

describe('words there must be', () => {
  it('for every failure: what happened, and what to do unless nothing is to be done', () => {
    const codes = failureSchema._zod.def.options.map((option) => option.shape.code._zod.def.values[0]);
    expect(Object.keys(texts.client.zh.failures).toSorted()).toEqual(codes.toSorted());
    for (const words of [
      ...Object.values(texts.client.zh.failures),
      ...Object.values(texts.client.en.failures),
    ])
      expect(words.what).not.toBe('');
  });

  it('for every reason of being locked', () => {
    expect(Object.keys(texts.lock.zh.reason).toSorted()).toEqual([...LOCK_REASONS].toSorted());
  });
});
