// An entry as the reviewer sees it: all that the decision needs and nothing of whoever is protected by it.
import type { Decision } from '#bundle-format';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { APPROVAL_DAYS } from '#shared/ledgers/statutory/term.ts';
import { textOfWord } from '#station/refusal.ts';
import { categoryNames } from './category-names.ts';
import type { Matter } from './entry.ts';
import { approvalFlaw, waitingFlaw, type Flaw } from './judge.ts';

/** `notice`: an order that runs at once; nothing is asked, the station takes note of it. */
export type Asked = 'answer' | 'notice';

/** Null for an entry that neither waits for an answer nor is news any more. */
export function askedOf(matter: Matter, today: CalendarDay): Asked | null {
  const { entry, standing } = matter;
  if (waitingFlaw(matter) === null) return 'answer';
  const isNotice = CATEGORIES[entry.category].approval === 'notice' && standing === 'in-force';
  return isNotice && daysBetween(entry.enteredOn, today) < APPROVAL_DAYS ? 'notice' : null;
}

export interface Shown {
  readonly office: string;
  readonly number: string;
  readonly revision: number;
  readonly asked: Asked;
  readonly category: string;
  readonly categoryName: string;
  readonly basis: string;
  readonly person: string;
  readonly birthDate: string;
  readonly document: string;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly issuer: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly leadBody: string;
  readonly officer: string;
  readonly enteredOn: string;
  readonly daysLeft: number;
  readonly reviewers: 0 | 1 | 2;
  /** What was answered and waits to be carried, or null. */
  readonly answered: Decision['answer'] | null;
  /** Why it cannot be approved, or null. */
  readonly flaw: Flaw | null;
}

export function shownOf(matter: Matter, asked: Asked, answer: Decision | null, today: CalendarDay): Shown {
  const { office, record, entry, officerName, daysLeft } = matter;
  const rule = CATEGORIES[entry.category];
  return {
    office,
    number: record.k,
    revision: record.v,
    asked,
    category: entry.category,
    categoryName: categoryNames[entry.category],
    basis: rule.basis,
    person: entry.name,
    birthDate: entry.birthDate,
    document: rule.document,
    documentNumber: entry.documentNumber,
    documentDate: entry.documentDate,
    issuer: entry.issuer,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn,
    leadBody: entry.leadBody,
    officer: officerName,
    enteredOn: entry.enteredOn,
    daysLeft,
    reviewers: rule.approval === 'notice' ? 0 : rule.approval === 'reviewer' ? 1 : 2,
    answered: answer?.answer ?? null,
    flaw: asked === 'answer' ? approvalFlaw(matter, today) : null,
  };
}

/** One block for one entry: a table of so many columns fits no terminal. */
export function shownText(shown: Shown): string {
  const { office, number, revision, category, categoryName, daysLeft, asked, flaw, answered } = shown;
  const lines = [
    `${office}  ${number}  第 ${revision} 版  ${category} ${categoryName}`,
    `  依据  ${shown.basis}`,
    `  人员  ${shown.person}  ${shown.birthDate} 出生`,
    `  文书  ${shown.document}  ${shown.documentNumber}  ${shown.documentDate}  ${shown.issuer}`,
    `  期限  ${shown.startsOn} 起，${shown.endsOn} 止`,
    `  牵头  ${shown.leadBody}`,
    `  民警  ${shown.officer}，${shown.enteredOn} 登记`,
  ];
  if (asked === 'notice') lines.push('  知悉  即时执行，不需答复');
  else if (answered !== null) lines.push(`  答复  ${answered === 'approve' ? '同意' : '不同意'}，待带回`);
  else lines.push(`  待审  剩 ${daysLeft} 天${shown.reviewers === 2 ? '，须两人同意' : ''}`);
  if (flaw !== null) lines.push(`  不能同意  ${textOfWord(flaw.word).zh}`);
  return `${lines.join('\n')}\n`;
}
