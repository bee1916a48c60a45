// The words of whoever sends something: cleaned, within bounds, and held against the list that the office holds them against.
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanLines, cleanText } from '#shared/kernel/text-input.ts';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { sentWordRule } from '#shared/ledgers/sent/sent-words.ts';
import type { Request } from '#station/arguments.ts';
import { refuse, type StationWord } from '#station/refusal.ts';
import type { ValueName } from '#station/verb-forms.ts';

const refusals: Readonly<Record<string, StationWord>> = {
  label: 'label-in-words',
  'matter-of-law': 'matter-in-words',
  'citizen-number': 'number-in-words',
};

/** Refuses with `label-in-words`, `matter-in-words`, `number-in-words`. */
export function checkWords(text: string): void {
  const rule = sentWordRule(text);
  if (rule !== null) refuse(refusals[rule] ?? 'label-in-words');
}

export function lineOf(request: Request, option: ValueName, most: number): string {
  const text = cleanText(request.need(option));
  checkLength(text, option, most);
  checkWords(text);
  return text;
}

export function linesOf(text: string, option: ValueName, most: number): string {
  const clean = cleanLines(text);
  checkLength(clean, option, most);
  checkWords(clean);
  return clean;
}

function checkLength(text: string, option: string, most: number): void {
  const fits = new RegExp(`^(?:[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|\\n){1,${most}}$`, 'u').test(text);
  if (!fits) refuse('usage', `--${option} takes 1 to ${most} characters`);
}

export function nameOf(request: Request, option: ValueName): string {
  const name = cleanPersonName(request.need(option));
  if (personNameIssue(name) !== null) refuse('usage', `--${option} takes a name`);
  return name;
}

/** Refuses with `day-past` what is before today. */
export function dayOption(given: string, option: ValueName, today: CalendarDay): CalendarDay {
  if (!isCalendarDay(given)) refuse('usage', `--${option} takes YYYY-MM-DD`);
  return given < today ? refuse('day-past', given) : given;
}
