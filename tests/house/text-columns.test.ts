import { describe, expect, test } from 'vitest';
import { LABEL_RULE } from '#shared/kernel/person-labels.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { fieldsOf } from '#main/db/ledger-table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { TEXT_COLUMNS } from '#tests/support/text-columns.ts';

/** One word of each way to make a person a kind of person. */
const LABELS = ['此人系重点人员1', '前科', '上访户2', '精神障碍'];
const MEASURE = '青禾县第1强制隔离戒毒所';

describe.each(LEDGERS)('the texts of %s', (name) => {
  const columns = TEXT_COLUMNS[name];
  const ledger = LEDGER_TABLES.find((one) => one.name === name);
  if (ledger === undefined) throw new Error(`no table ${name}`);

  test('are each decided on: a code list, a number, a name, or words with a guard', () => {
    const texts = [...fieldsOf(ledger.table)]
      .filter(([, column]) => column.getSQLType() === 'text' && (column.enumValues ?? []).length === 0)
      .map(([field]) => field);
    expect(Object.keys(columns).sort()).toEqual(texts.sort());
  });

  test('take no word that makes a person a kind of person', () => {
    for (const [field, column] of Object.entries(columns)) {
      if (!('guard' in column)) continue;
      for (const label of LABELS) {
        const rules = column.guard(label).map(({ rule }) => rule);
        if (column.held === 'narrative') expect({ field, label, rules }).toEqual({ field, label, rules: [] });
        else expect({ field, label, refused: rules.length > 0 }).toEqual({ field, label, refused: true });
        if (column.held === 'words') expect({ field, rules }).toEqual({ field, rules: [LABEL_RULE] });
      }
      if (column.held === 'words')
        expect({ field, issues: column.guard('周一9点后') }).toEqual({ field, issues: [] });
      if (column.held === 'body')
        expect({ field, issues: column.guard(MEASURE) }).toEqual({ field, issues: [] });
    }
  });
});
