import { expect, test } from 'vitest';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { ledgerSuite } from '#tests/support/ledger-suite.ts';

for (const ledger of LEDGER_TABLES) ledgerSuite(ledger);

test('every ledger that has a name has a table, and the other way round', () => {
  expect(LEDGER_TABLES.map(({ name }) => name).sort()).toEqual([...LEDGERS].sort());
});
