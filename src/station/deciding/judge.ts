// Whether an entry may be answered, and with what. The same rules as in the office, worked out anew from what it sent.
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { cleanPersonName } from '#shared/kernel/person-name.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { cleanEntry, entryIssues } from '#shared/ledgers/statutory/entry.ts';
import { wasMinor } from '#shared/ledgers/statutory/term.ts';
import type { StationWord } from '#station/refusal.ts';
import { ownList, type HeldEntry, type Matter } from './entry.ts';

export interface Flaw {
  readonly word: StationWord;
  readonly detail: string;
}

/** Why it takes no answer at all; null where it waits for one. */
export function waitingFlaw({ entry, record, daysLeft }: Matter): Flaw | null {
  const { state, category } = entry;
  if (CATEGORIES[category].approval === 'notice') return flaw('needs-no-answer', `${record.k} ${category}`);
  if (state !== 'provisional') return flaw('not-provisional', `${record.k} ${state}`);
  return daysLeft <= 0 ? flaw('too-late', `${record.k} entered on ${entry.enteredOn}`) : null;
}

/** Why it must not be approved, whoever asks; null where a reviewer may decide. */
export function approvalFlaw({ entry, record, otherBirthDate }: Matter, today: CalendarDay): Flaw | null {
  if (entry.list !== ownList()) return flaw('other-list', `${record.k} ${entry.list}, here ${ownList()}`);
  const births = [entry.birthDate, otherBirthDate];
  if (births.some((birth) => birth !== null && wasMinor(birth, entry.documentDate)))
    return flaw('was-minor', `${record.k} on ${entry.documentDate}`);
  // As of the day it was entered: what may be entered on that day may be approved within its days.
  const issues = ruleIssues(entry, entry.enteredOn);
  const beyond = issues.find(({ rule }) => rule === 'beyond-cap');
  if (beyond !== undefined) return flaw('beyond-cap', `${record.k} ${entry.startsOn} to ${entry.endsOn}`);
  const [first] = issues;
  if (first !== undefined) return flaw('breaks-rules', `${record.k} ${first.field}: ${first.rule}`);
  return entry.endsOn <= today ? flaw('term-over', `${record.k} ${entry.endsOn}`) : null;
}

function ruleIssues(entry: HeldEntry, day: CalendarDay) {
  const issues = entryIssues(entry, day);
  // A term that the law fixes is fixed here too.
  const { endsOn } = cleanEntry(entry);
  return endsOn === entry.endsOn ? issues : [...issues, { field: 'endsOn', rule: 'beyond-cap' }];
}

/** Whether those who say yes are as many, and as different, as the category asks for. */
export function reviewersFlaw({ entry }: Matter, reviewer: string, second: string | null): Flaw | null {
  const { approval } = CATEGORIES[entry.category];
  if (second !== null && cleanPersonName(second) === cleanPersonName(reviewer))
    return flaw('second-same', second);
  if (approval === 'two-reviewers' && second === null) return flaw('second-missing', entry.category);
  return approval !== 'two-reviewers' && second !== null ? flaw('second-unasked', entry.category) : null;
}

function flaw(word: StationWord, detail: string): Flaw {
  return { word, detail };
}
