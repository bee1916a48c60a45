import { expect, test } from 'vitest';
import { zh as careWords } from '#renderer/ledgers/care/care-text.ts';
import { zh as words } from '#renderer/ledgers/statutory/statutory-text.ts';
import { CARE_CODES, HELP_OF, OFF_BY_DEFAULT } from '#shared/ledgers/care/care.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import {
  CATEGORIES,
  CATEGORY_CODES,
  type CategoryCode,
  type DutyRule,
  type Interval,
} from '#shared/ledgers/statutory/categories.ts';
import { TEXT_COLUMNS, type TextColumn } from '#tests/support/text-columns.ts';
import { withBlocks } from './page-blocks.ts';

const PAGE = '../../docs/key-persons.md';

/** A changed row is a change of what may be held about people, by whom, or until when: read the article, then write with `-u`. */
test('the tables of the handbook are what the closed list, the care list and the guards say', async () => {
  const blocks = {
    list: listTable(),
    duties: dutyTable(),
    ends: endTable(),
    care: careTable(),
    texts: textTable(),
  };
  await expect(withBlocks(PAGE, blocks)).toMatchFileSnapshot(PAGE);
});

const named = (code: CategoryCode) => `\`${code}\` ${words.categories[code]}`;

function listTable(): string[] {
  const rows = CATEGORY_CODES.map((code) => {
    const { basis, document, decidedBy, cap, runsFrom } = CATEGORIES[code];
    const from = runsFrom === 'reporting-day' ? 'the day of reporting' : 'the start in the document';
    const term = `${cap.exactly ? 'exactly' : 'at most'} ${cap.count} ${cap.unit}, from ${from}`;
    const who = decidedBy.map((one) => words.bodies[one]).join('、');
    return `| ${named(code)} | ${basis} | ${who} | ${document} | ${term} |`;
  });
  return ['| | basis | decided by | starts with | term |', '|---|---|---|---|---|', ...rows];
}

function dutyTable(): string[] {
  const rows = CATEGORY_CODES.flatMap((code) =>
    CATEGORIES[code].duties.map(
      ({ kind, first, every }: DutyRule) =>
        `| ${named(code)} | ${words.duties[kind]} \`${kind}\` | ${firstDue(first)} | ${interval(every)} |`,
    ),
  );
  return ['| | duty | first due after | then |', '|---|---|---|---|', ...rows];
}

function firstDue(days: number): string {
  return days === 0 ? 'the same day' : days === 1 ? 'a day' : `${days} days`;
}

function interval(every: Interval | null): string {
  if (every === null) return 'once';
  if (every === 'agreement') return 'as the agreement says';
  return 'days' in every
    ? `every ${every.days} days`
    : every.months === 1
      ? 'monthly'
      : `every ${every.months} months`;
}

const APPROVALS = {
  reviewer: 'one reviewer of the station',
  'two-reviewers': 'two different reviewers',
  notice: 'none: runs at once, the station is told',
} as const;

function endTable(): string[] {
  const rows = CATEGORY_CODES.map((code) => {
    const { approval, seenBy, endWays, endNotice, sealedMonths } = CATEGORIES[code];
    const seen = seenBy === 'named' ? 'the officer in charge' : 'every officer while in force';
    const early = endWays.map((way) => words.endWays[way]).join('、');
    return `| ${named(code)} | ${APPROVALS[approval]} | ${seen} | ${early} | ${endNotice ? '●' : ''} | ${sealedMonths} |`;
  });
  return [
    '| | approved by | seen by | ends early by | notice at the end | months sealed |',
    '|---|---|---|---|:-:|--:|',
    ...rows,
  ];
}

function careTable(): string[] {
  const rows = CARE_CODES.map((code) => {
    const help = HELP_OF[code].map((one) => careWords.help[one]).join('、');
    return `| \`${code}\` ${careWords.categories[code]} | ${help} | ${OFF_BY_DEFAULT.includes(code) ? 'off until an administrator switches it on' : 'yes'} |`;
  });
  return ['| | help that may be asked for | offered |', '|---|---|---|', ...rows];
}

const HELD = {
  person: 'a name: letters, no label',
  number: 'a number: digits and their signs',
  words: 'refused with `label`',
  body: 'a body or its document: a measure of the law may stand, no label of a person',
} as const;

function textTable(): string[] {
  const rows = LEDGERS.flatMap((ledger) => {
    const columns = Object.entries(TEXT_COLUMNS[ledger]);
    const kinds = new Map<string, string[]>();
    for (const [field, column] of columns) {
      const how = howHeld(column);
      if (how !== null) kinds.set(how, [...(kinds.get(how) ?? []), `\`${field}\``]);
    }
    return [...kinds].map(([how, fields]) => `| \`${ledger}\` | ${fields.join(' ')} | ${how} |`);
  });
  return ['| ledger | fields that somebody types | what they take |', '|---|---|---|', ...rows];
}

function howHeld(column: TextColumn): string | null {
  if (column.held === 'narrative') return `let through: ${column.why}`;
  if (column.held === 'free') return `not asked: ${column.why}`;
  return column.held === 'id' || column.held === 'day' || column.held === 'office' ? null : HELD[column.held];
}
