/** Words and blanks that several papers of disputes are written with. */
import type { DisputePaper, PartyOnPaper } from '#shared/contract/disputes/papers.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { RevealReason } from '#shared/ledgers/reveal.ts';
import { zh as client } from '#renderer/client/client-text.ts';
import { zh } from '#renderer/ledgers/disputes/disputes-text.ts';
import { cellsOf, charactersOf, spacedName } from '#renderer/print/document/characters.ts';
import type { Block, TableCell } from '#renderer/print/document/blocks.ts';
import type { Piece } from '#renderer/print/document/tokens.ts';
import type { Statement } from './law-texts.ts';

/** One word for one thing: the codes are called on paper what the screens call them. */
export const CODES = zh;

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

export function ordinal(index: number): string {
  return DIGITS[index] ?? String(index + 1);
}

/** 2026年11月23日, without zeros before; null: blanks. */
export function dayPieces(day: CalendarDay | null): readonly Piece[] {
  if (day === null) return [{ rule: 6 }, '年', { rule: 4 }, '月', { rule: 4 }, '日'];
  return [dayWords(day)];
}

export function dayWords(day: CalendarDay): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What is known, or a blank of so many cells. */
export function given(value: string | null | undefined, cells: number | 'rest'): Piece {
  return value === null || value === undefined || value === '' ? { rule: cells } : value;
}

/** A statement with its articles, before the mark that ends it. */
export function stated({ text, articles }: Statement): string {
  return articles === '' ? text : text.replace(/[。：]$/, (mark) => `（${articles}）${mark}`);
}

export function numbered(statements: readonly Statement[]): Block[] {
  return statements.map((statement, index) => ({ kind: 'text', text: `${index + 1}. ${stated(statement)}` }));
}

/** 甲方李欣; of nobody the side alone, with a blank. */
export function sideName({ side, name }: Pick<PartyOnPaper, 'side' | 'name'>): string {
  return `${CODES.sides[side]}${name}`;
}

export function sideNames(parties: readonly Pick<PartyOnPaper, 'side' | 'name'>[]): string {
  return parties.map(sideName).join('、');
}

/** Who somebody is: what is not known is left out, a phone that does not stand here becomes a blank. */
export function personPieces(party: PartyOnPaper): readonly Piece[] {
  const { sex, age, address, representative, representativeName } = party;
  const known = [
    sex === '1' || sex === '2' ? CODES.sexes[sex] : '',
    age === null ? '' : `${age}岁`,
    address === '' ? '' : `住址${address}`,
  ].filter((one) => one !== '');
  const first: Piece[] = [[party.name, ...known, '电话'].join('，'), given(party.phone, 22)];
  if (representative === null) return first;
  return [
    ...first,
    `；${CODES.representatives[representative]}${representativeName ?? ''}，电话`,
    given(party.representativePhone, 22),
  ];
}

const NOBODY = [
  { side: 'a', name: '' },
  { side: 'b', name: '' },
] as const;

/** 甲方 and what is known of them, a paragraph each; blank lines where nobody is given. */
export function partyBlocks(parties: readonly PartyOnPaper[] | null): Block[] {
  if (parties === null)
    return NOBODY.flatMap(({ side }): Block[] => [
      {
        kind: 'text',
        text: [
          `${CODES.sides[side]}：`,
          { rule: 12 },
          '　性别',
          { rule: 4 },
          '　年龄',
          { rule: 4 },
          '　电话',
          { rule: 'rest' },
        ],
      },
      { kind: 'text', text: ['住址：', { rule: 'rest' }] },
    ]);
  return parties.map((party) => ({
    kind: 'text',
    text: [`${CODES.sides[party.side]}：`, ...personPieces(party)],
  }));
}

/** One line to sign on for each party, and for whoever stands in for one. `as`: 签名 or 签名、指印. */
export function signLines(parties: readonly PartyOnPaper[] | null, as: string): Piece[][] {
  if (parties === null) return NOBODY.flatMap(({ side }) => signLine(`${CODES.sides[side]}（${as}）：`));
  return parties.flatMap(({ side, name, representative, representativeName }) => {
    const own = signLine(`${CODES.sides[side]}${spacedName(name)}（${as}）：`);
    if (representative === null) return own;
    const stands = `${CODES.representatives[representative]}${spacedName(representativeName ?? '')}`;
    return [...own, ...signLine(`${CODES.sides[side]}${stands}（${as}）：`)];
  });
}

/** Cells of a label that leaves room beside it to sign and for the day. */
const LABEL_MOST = 26;
/** What stands before a day on a line of its own. */
const BEFORE_DAY = '\u3000'.repeat(18);

/** A long name has the day on a second line, so that it is never torn. */
export function signLine(label: string): Piece[][] {
  const wide = charactersOf(label).reduce((sum, character) => sum + cellsOf(character), 0);
  if (wide <= LABEL_MOST) return [[label, { rule: 'rest' }, ' ', ...dayPieces(null)]];
  return [
    [label, { rule: 'rest' }],
    [BEFORE_DAY, ...dayPieces(null)],
  ];
}

export function field(label: string, ...pieces: readonly Piece[]): Block {
  return { kind: 'text', text: [`${label}：`, ...pieces] };
}

/** A label and what it names, side by side. */
export function pair(label: string, text: TableCell['text'], span = 1): readonly TableCell[] {
  return [
    { text: label, label: true },
    { text, span },
  ];
}

export function numberMark(id: string | undefined): string {
  return id === undefined ? '编号：＿＿＿＿＿＿＿＿' : `编号：${id}`;
}

type Foot = Pick<DisputePaper, 'template' | 'printedBy' | 'printedOn' | 'printedAt'>;

export function printedFoot({ template, printedBy, printedOn, printedAt }: Foot): string[] {
  return [`版式 ${template}`, `${printedBy} ${printedOn} ${printedAt} 打印`];
}

/** Template, who and when, and how much stands on it. */
export function footOf(paper: Exclude<DisputePaper, { readonly name: 'dispute-figures' }>): string[] {
  return [...printedFoot(paper), maskWords(paper)];
}

function maskWords({ form, reason }: Parameters<typeof footOf>[0]): string {
  if (form === 'blank') return '空白表';
  if (reason === null) return '不含案情和电话';
  return `含案情和电话，事由：${reasonWords(reason.code, reason.note)}`;
}

function reasonWords(code: RevealReason, note: string): string {
  const word = client.reveal[code];
  return note === '' ? word : `${word}（${note}）`;
}
