import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyStore } from '#main/db/copy.ts';
import { epochsOf } from '#main/db/epoch.ts';
import { migrate, migrations, SCHEMA, schemaOf } from '#main/db/migrate.ts';
import { openStore } from '#main/db/open.ts';
import { bundles, importBatches } from '#main/db/shelf-tables.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { ADMIN, OFFICE, openTestOffice, PASSWORD } from '#tests/support/office.ts';
import { failureOfCall, failureOfWork } from '#tests/support/failures.ts';
import { intake, partyA, partyB } from '#tests/support/dispute-words.ts';
import { pin } from '#tests/support/pinned-office.ts';
import { entryOf } from '#tests/support/statutory-entries.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { dataKeyOf, openTestStore } from '#tests/support/store.ts';
import { newDraft } from '#tests/support/visits.ts';

function frozenOffice(schema: 20 | 50 | 60): string {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-frozen-'));
  cpSync(join(import.meta.dirname, `../../vectors/office-schema-${schema}`), folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The store of the one backup that the migration made first; its key file lies beside it. */
function backupBefore(dataDir: string): string {
  const [name = '', ...others] = readdirSync(join(dataDir, 'backups'));
  expect(name).toMatch(/^lamplight-519901-07-20261123-\d{4}-before-migration$/);
  expect(others).toEqual([]);
  expect(readdirSync(join(dataDir, 'backups', name)).sort()).toEqual(['office.db', 'vault.json']);
  return join(dataDir, 'backups', name, 'office.db');
}

test('steps are numbered by tens, upwards', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(versions.every((version) => version % 10 === 0)).toBe(true);
  expect(SCHEMA).toBe(versions.at(-1));
});

test('an office of schema 20 opens with everything it held, and a copy of before lies beside it', async () => {
  const dataDir = frozenOffice(20);
  const desk = await openTestOffice({ dataDir });
  const me = await desk.counter.session.unlock({ login: 'office1', password: PASSWORD });
  expect(me).toMatchObject({ name: '李建国', role: 'officer' });
  const page = await desk.counter.visitors.list({
    after: null,
    rows: 10,
    filter: { states: [], matters: [], from: null, to: null, onSite: false, owed: false },
    sort: { by: 'arrivedAt', descending: true },
  });
  expect(page.rows.map(({ id, name, phoneMasked }) => ({ id, name, phoneMasked }))).toEqual([
    { id: '07-000001', name: '张欣', phoneMasked: '154····5678' },
  ]);
  expect(await desk.counter.drafts.pending({ form: 'visitor' })).toMatchObject({
    content: '{"name":"未存"}',
  });
  const { lines } = await desk.counter.journal.verify({});
  expect((await desk.counter.diagnostics.about({})).schema).toBe(SCHEMA);
  await desk.dispose();

  // The copy of before is encrypted, whole, and still of schema 20.
  const key = await dataKeyOf(dataDir, ADMIN.login, ADMIN.password);
  const copy = openStore(backupBefore(dataDir), key);
  expect(schemaOf(copy.write)).toBe(20);
  // The migration's own line and the sign-in came after it.
  // The table of the office has got a column since: what it was then, this version cannot compare.
  const ledgersThen = LEDGER_TABLES.filter(({ name }) => ['staff', 'visitors'].includes(name));
  expect(verifyStore(copy.raw, OFFICE.code, ledgersThen).lines).toBe(lines - 2);
  copy.close();

  const store = openStore(join(dataDir, 'office.db'), key);
  const noted = store.raw.prepare(`SELECT line FROM journal WHERE op = 'M'`).pluck().all() as string[];
  expect(noted.map((line) => (JSON.parse(line) as { d: unknown }).d)).toEqual([{ from: 20, to: SCHEMA }]);
  store.close();
});

test('an office of schema 50 gets its disputes, and a visit of before may turn into one', async () => {
  const dataDir = frozenOffice(50);
  const desk = await openTestOffice({ dataDir });
  onTestFinished(() => desk.dispose());
  await desk.counter.session.unlock({ login: 'office1', password: PASSWORD });
  expect((await desk.counter.diagnostics.about({})).schema).toBe(SCHEMA);
  const door = await desk.counter.addresses.open({ id: '07-000004' });
  const visit = await desk.counter.visitors.open({ id: '07-000001' });
  expect(visit).toMatchObject({ result: null, state: 'handling', promisedOn: '2026-11-30' });
  const { id } = await desk.counter.disputes.register({
    intake: { ...intake, addressId: door.id, place: '' },
    parties: [{ ...partyA, residentId: '07-000001' }, partyB],
    visit: { id: visit.id, revision: visit.revision, visitor: null },
    draft: newDraft(),
  });
  const opened = await desk.counter.disputes.open({ id });
  expect(opened).toMatchObject({ place: door.line, stage: 'received', visits: [{ id: visit.id }] });
  expect(await desk.counter.visitors.open({ id: visit.id })).toMatchObject({ result: 'to-dispute' });
  await desk.counter.journal.verify({});

  const key = await dataKeyOf(dataDir, ADMIN.login, ADMIN.password);
  const copy = openStore(backupBefore(dataDir), key);
  expect(schemaOf(copy.write)).toBe(50);
  expect(copy.raw.pragma('table_list(disputes)')).toEqual([]);
  copy.close();
});

test('an office of schema 60 gets its statutory entries, and a resident of before may be picked for one', async () => {
  const dataDir = frozenOffice(60);
  const desk = await openTestOffice({ dataDir });
  onTestFinished(() => desk.dispose());
  await desk.counter.session.unlock({ login: 'office1', password: PASSWORD });
  expect((await desk.counter.diagnostics.about({})).schema).toBe(SCHEMA);
  expect(await desk.counter.disputes.open({ id: '07-000001' })).toMatchObject({ stage: 'received' });
  expect(await desk.counter.statutory.list({ reason: 'inspection', note: '', explanation: '' })).toEqual([]);
  const entry = entryOf('SM08', { residentId: '07-000001' });
  expect(await failureOfCall(desk.counter.statutory.enter({ entry, draft: newDraft() }))).toEqual({
    code: 'not-enrolled',
  });
  await pin(desk, await makeStation());
  const { id } = await desk.counter.statutory.enter({ entry, draft: newDraft() });
  const opened = await desk.counter.statutory.open({ id, reason: 'inspection', note: '', explanation: '' });
  expect(opened).toMatchObject({ standing: 'in-force', residentId: '07-000001' });
  await desk.counter.journal.verify({});

  const key = await dataKeyOf(dataDir, ADMIN.login, ADMIN.password);
  const copy = openStore(backupBefore(dataDir), key);
  expect(schemaOf(copy.write)).toBe(60);
  for (const table of ['statutory_matters', 'care_consents', 'rights_requests', 'sealed_records'])
    expect(copy.raw.pragma(`table_list(${table})`)).toEqual([]);
  copy.close();
});

test('what an office had sealed before there were epochs counts in the first, as do its lines and its imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-frozen-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = openStore(join(folder, 'office.db'), randomBytes(32), { create: true });
  onTestFinished(() => store.close());
  for (const { version, sql } of migrations.filter((step) => step.version <= 80)) {
    store.write.exec(sql);
    store.write.pragma(`user_version = ${version}`);
  }
  store.write.exec(
    `INSERT INTO bundles VALUES (1, 1, 'a.jwb', 1, 'x', 1, 0, 't', 's', NULL, 'sealed', NULL);
     INSERT INTO import_batches VALUES ('b1', 'f', 't', 's', 3, 9, '{}', NULL);`,
  );
  expect(epochsOf(store.raw)).toEqual([{ epoch: 1, base: null }]);
  migrate(store.write, () => undefined);
  expect(epochsOf(store.raw)).toEqual([{ epoch: 1, base: null }]);
  expect(store.read.select().from(bundles).all()).toMatchObject([{ sealedEpoch: 1, seq: 1, epoch: 1 }]);
  expect(store.read.select().from(importBatches).all()).toMatchObject([{ epoch: 1, fromN: 3, toN: 9 }]);
  for (const sql of [
    `INSERT INTO epochs VALUES (1, NULL, NULL, NULL)`,
    `INSERT INTO epochs VALUES (2, NULL, NULL, NULL)`,
    `UPDATE epochs SET epoch = 3`,
    'DELETE FROM epochs',
  ])
    expect(() => store.write.exec(sql), sql).toThrow(/epochs|CHECK/);
});

test('a step that fails half-way leaves the store as it was', () => {
  const { store, path, key } = openTestStore();
  store.write.pragma('user_version = 20');
  store.write.exec('DROP TRIGGER visitors_update');
  const triggers = () =>
    store.write.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).pluck().all();
  const before = triggers();
  const copies: number[] = [];
  expect(() => migrate(store.write, (from) => copies.push(from))).toThrow(/no such trigger/);
  expect(schemaOf(store.write)).toBe(20);
  expect(triggers()).toEqual(before);
  expect(copies).toEqual([20]);
  copyStore(store.write, `${path}.copy`);
  const copy = openStore(`${path}.copy`, key);
  expect(schemaOf(copy.write)).toBe(20);
  copy.close();
});

test('a store of a newer version is refused and left alone', async () => {
  const { store } = openTestStore();
  store.write.pragma(`user_version = ${SCHEMA + 10}`);
  expect(failureOfWork(() => migrate(store.write, () => undefined))).toEqual({ code: 'newer-version' });

  const dataDir = frozenOffice(20);
  const key = await dataKeyOf(dataDir, ADMIN.login, ADMIN.password);
  const raised = openStore(join(dataDir, 'office.db'), key);
  raised.write.pragma(`user_version = ${SCHEMA + 10}`);
  raised.close();
  const desk = await openTestOffice({ dataDir });
  expect(
    await failureOfCall(desk.counter.session.unlock({ login: ADMIN.login, password: ADMIN.password })),
  ).toEqual({ code: 'newer-version' });
  expect(await desk.counter.session.state({})).toMatchObject({ stage: 'locked' });
  await desk.dispose();
  const after = openStore(join(dataDir, 'office.db'), key);
  expect(schemaOf(after.write)).toBe(SCHEMA + 10);
  expect(after.raw.prepare('SELECT count(*) FROM journal').pluck().get()).toBeGreaterThan(0);
  after.close();
});
