/** Words and blanks that papers of several ledgers are written with. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Block, TableCell } from './blocks.ts';
import { cellsOf, charactersOf } from './characters.ts';
import type { Piece } from './tokens.ts';

/** What a paper says of the law, or what the office promises. */
export interface Statement {
  readonly text: string;
  /** Where it stands. Empty: the office's own promise. */
  readonly articles: string;
}

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

interface Printed {
  readonly template: string;
  readonly printedBy: string;
  readonly printedOn: CalendarDay;
  readonly printedAt: string;
}

export function printedFoot({ template, printedBy, printedOn, printedAt }: Printed): string[] {
  return [`版式 ${template}`, `${printedBy} ${printedOn} ${printedAt} 打印`];
}
