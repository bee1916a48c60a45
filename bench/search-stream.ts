/** The key presses of a day at the desk: everything somebody types to find a person, letter by letter. */
import { pinyin } from 'pinyin-pro';
import type { Store } from '#main/db/open.ts';

export interface PressClass {
  readonly name: string;
  /** What stands in the box after each key press. */
  readonly presses: readonly string[];
}

interface Sample {
  readonly name: string;
  readonly number: string | null;
  readonly phone: string | null;
  readonly line: string;
}

/** @param people how many are looked for, spread over the whole ledger */
export function pressClasses(raw: Pick<Store['raw'], 'prepare'>, people: number): PressClass[] {
  const samples = samplesOf(raw, people);
  const units = raw.prepare('SELECT name FROM units ORDER BY id LIMIT 60').pluck().all() as string[];
  const of = (name: string, typed: (sample: Sample, at: number) => string | null): PressClass => ({
    name,
    presses: samples.flatMap((sample, at) => pressesOf(typed(sample, at) ?? '')),
  });
  return [
    of('name in characters', ({ name }) => name),
    of('part of a name', ({ name }) => [...name].slice(1).join('')),
    of('first letters', ({ name }) => initials(name)),
    of('whole spelling', ({ name }) => syllables(name).join('')),
    of('mixed spelling', ({ name }, at) => mixed(syllables(name), at)),
    of('last four', ({ number }) => number?.slice(-4) ?? null),
    of('whole identity number', ({ number }) => number),
    of('phone', ({ phone }) => phone),
    of('address', ({ line }) => line),
    of('door path', ({ line }) => path(line)),
    of('name and place', ({ name, line }) => behind(name, /^\p{Script=Han}+/u.exec(line)?.[0])),
    of('first letters and place', ({ name, line }) =>
      behind(initials(name), /^\p{Script=Han}+/u.exec(line)?.[0]),
    ),
    of('surname and door', ({ name, line }) => behind([...name][0] ?? '', path(line))),
    of('surname and last four', ({ name, number }) => behind([...name][0] ?? '', number?.slice(-4))),
    {
      name: 'unit',
      presses: units.flatMap((name) => [...pressesOf(name), ...pressesOf(initials(name.slice(2)))]),
    },
    of(
      'nobody',
      ({ name }, at) => `${[...name].toReversed().join('')}${String.fromCharCode(0x9f00 + (at % 90))}`,
    ),
  ];
}

function samplesOf(raw: Pick<Store['raw'], 'prepare'>, people: number): Sample[] {
  const total = Number(raw.prepare('SELECT count(*) FROM residents').pluck().get());
  const select = raw.prepare(
    `SELECT r.name, r.id_number AS number, r.phone, a.line FROM residents r JOIN addresses a ON a.id = r.address_id
     WHERE r.rowid = ? AND r.retired_at IS NULL AND r.out_state IS NULL`,
  );
  const rows = Array.from({ length: people }, (_, at) =>
    select.get(1 + Math.floor(((at + 0.37) / people) * total)),
  );
  return rows.filter((row) => row !== undefined) as Sample[];
}

/** The box after each key press. */
function pressesOf(text: string): string[] {
  const keys = [...text];
  return keys.map((_, at) => keys.slice(0, at + 1).join('')).filter((typed) => !typed.endsWith(' '));
}

function behind(first: string, second: string | undefined): string | null {
  return second === undefined || second === '' ? null : `${first} ${second}`;
}

function path(line: string): string {
  return (line.match(/\d+/gu) ?? []).join('-');
}

function syllables(name: string): string[] {
  return pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}

function initials(name: string): string {
  return syllables(name)
    .map((syllable) => syllable.charAt(0))
    .join('');
}

/** lixin, lxin, zhangxm: some whole, some only their first letter. */
function mixed(spelt: readonly string[], at: number): string {
  return spelt.map((syllable, i) => ((at + i) % 2 === 0 ? syllable : syllable.charAt(0))).join('');
}
