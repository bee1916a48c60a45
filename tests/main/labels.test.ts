/** No note is a list of people: nothing that the counter, a sheet or the practice data put into a ledger carries a label. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import { importFile } from '#main/cli/import-verb.ts';
import { tableName } from '#main/db/ledger-table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { seedOffice } from '#main/seed/seed.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { openTestOffice, PASSWORD, type TestOffice } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { TEXT_COLUMNS } from '#tests/support/text-columns.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const labelAt = (field: string) => ({ code: 'invalid', issues: [{ field, rule: 'label' }] });

function opened(desk: TestOffice) {
  const open = desk.office().session.opened();
  const caller = desk.office().session.caller();
  if (open === null || caller === null) throw new Error('the office is locked');
  return { open, caller };
}

/** Every text that somebody could have typed, as the ledgers hold it. */
function typedTexts(desk: TestOffice): string[] {
  const { raw } = opened(desk).open.store;
  return LEDGER_TABLES.flatMap(({ name, table }) => {
    const typed = Object.entries(TEXT_COLUMNS[name]).filter(
      ([, { held }]) => held === 'words' || held === 'person',
    );
    return typed.flatMap(([field]) => {
      const column = (table as unknown as Record<string, { readonly name: string }>)[field]?.name ?? field;
      return raw
        .prepare(`SELECT "${column}" FROM ${tableName(table)} WHERE "${column}" <> ''`)
        .pluck()
        .all();
    });
  }).map(String);
}

describe('through the counter', () => {
  test('a label is refused in a note, in a reason and over the door, and nothing is written', async () => {
    const desk = await openTestOffice({ staffed: true });
    try {
      await desk.signIn('officer');
      const visit = { ...enquiry, matter: 'help', summary: '咨询办证' } as const;
      const { counter } = desk;
      const register = (summary: string) =>
        counter.visitors.register({ visit: { ...visit, summary }, draft: newDraft() });
      expect(await failureOfCall(register('上访户来访'))).toEqual(labelAt('summary'));
      const { id, revision } = await register(visit.summary);
      const retire = (reason: string) => counter.visitors.retire({ id, revision, reason });
      expect(await failureOfCall(retire('此人为重点人员'))).toEqual(labelAt('reason'));
      await retire('登记错误');
      await desk.signIn('administrator');
      const {
        revision: seen,
        code: _code,
        backupFolder: _folder,
        ...fields
      } = await desk.counter.office.profile({});
      const amend = (hours: string) =>
        desk.counter.office.amend({ revision: seen, fields: { ...fields, hours } });
      expect(await failureOfCall(amend('重点人员每日报到'))).toEqual(labelAt('hours'));
      expect((await amend('8:00—22:00')).hours).toBe('8:00—22:00');
    } finally {
      await desk.dispose();
    }
  });
});

test('through the command line’s import no label reaches a record, a line or the file of errors', async () => {
  const desk = await openTestOffice({ staffed: true });
  try {
    await desk.signIn('officer');
    const folder = tempFolder();
    const file = join(folder, '居民.csv');
    writeFileSync(
      file,
      [
        '姓名,身份证号,现住址,户籍地址,曾用名',
        `王强,${numberOf('19800101', '001')},青禾镇胜利社区青禾苑3栋502,上访路8号,社矫强`,
        `赵敏吸毒,${numberOf('19850303', '004')},青禾镇胜利社区青禾苑3栋503,,`,
      ].join('\n'),
    );
    const io = { out: () => undefined, err: () => undefined, env: {}, clock: desk.clock };
    const order = { file, sheet: null, base: null, errors: join(folder, '未导入.xlsx'), dry: false };
    const { facts } = await importFile(
      desk.office(),
      { ...io, askSecret: () => Promise.resolve(null) },
      order,
    );
    expect(facts).toMatchObject({ read: 2, imported: 1, rejected: 1 });
    const texts = typedTexts(desk);
    expect(texts).toContain('王强');
    expect(texts.filter(hasLabel)).toEqual([]);
    const lines = opened(desk).open.store.raw.prepare('SELECT line FROM journal').pluck().all() as string[];
    expect(lines.filter(hasLabel)).toEqual([]);
  } finally {
    await desk.dispose();
  }
});

test('the practice data carry no label in any text', async () => {
  const desk = await openTestOffice();
  try {
    const { open, caller } = opened(desk);
    const wanted = { residents: 400, visitors: 80, seed: 7, password: PASSWORD };
    await seedOffice(open, caller, desk.clock, wanted);
    const texts = typedTexts(desk);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(hasLabel)).toEqual([]);
  } finally {
    await desk.dispose();
  }
});
