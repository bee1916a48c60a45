/** Addresses as they are compared while somebody types: 青禾苑3-2-501-, each number closed by a dash. */
import { spellAddress } from '#shared/ledgers/population/address-spelling.ts';

/** The words of numbers. A gate inside another (附3号) is a number like any other. */
const WORDS = /(?<=\d[A-Z]?|(?<![A-Z])[A-Z])(?:号院|单元|[栋座号组楼室院])/gu;
/** Lines that already are in the one spelling, which takes longer to reach than all the rest of a search. */
const PLAIN =
  /^(?:(?![〇零○一二两三四五六七八九十第附负单元号栋座楼室组])\p{Script=Han}){2,}(?:\d+组)?(?:\d+号(?:附\d+号)?)?(?:(?:\d+|[A-Z])[栋座])?(?:\d+单元)?(?:\d+[A-Z]?)?$/u;

/** What somebody typed. An open number at the end may still go on: 青禾苑3 finds 青禾苑30栋 too. */
export function placeTyped(text: string): string {
  return dashed(PLAIN.test(text) ? text : spellAddress(text).text);
}

/** The line of an address. */
export function placeForm(line: string): string {
  const form = placeTyped(line);
  return /[\dA-Z]$/u.test(form) ? `${form}-` : form;
}

function dashed(spelt: string): string {
  return spelt
    .replace(WORDS, '-')
    .replace(/附(?=\d)/gu, '')
    .replace(/-+/gu, '-')
    .replace(/^-/u, '');
}

/** Where a part of a form begins: a number behind a dash or behind the name of a place. */
const PART = /(?<=-)(?=.)|(?<=(?!负)\p{Script=Han})(?=[\dA-Z负])/gu;

/** The form from each of its parts on: 青禾苑3-2-501-, 3-2-501-, 2-501-, 501-. */
export function partsOfForm(form: string): string[] {
  return [form, ...Array.from(form.matchAll(PART), ({ index }) => form.slice(index))];
}

/** Whether one of the parts begins with a path. */
export function hasPath(form: string, path: string): boolean {
  if (form.startsWith(path)) return true;
  if (!form.includes(path)) return false;
  return partsOfForm(form).some((part) => part.startsWith(path));
}
