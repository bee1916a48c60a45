/** What crosses the pipe: of numbers, phones, birthdays and contacts nothing whole, whichever call is made by whom. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/kernel/role.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import type { Store } from '#main/db/open.ts';
import { contractCalls } from '#tests/support/contract.ts';
import type { Counter } from '#tests/support/office.ts';
import { EVERYBODY, numberOf, personAt } from '#tests/support/people.ts';
import { sampleInputs } from '#tests/support/sample-inputs.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { newDraft } from '#tests/support/visits.ts';
import { ANY_RECORD, ask, idsOf, openPrivacyOffice, seen, type Known, type PrivacyOffice } from './office.ts';

/** The one kind of answer that holds a whole value: a line is left before it. */
const isReveal = (name: string) =>
  /\.(?:reveal(?:Phone)?|previewWhole)$/u.test(name) || name === 'imports.cell';

const SECRET: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['residents', ['id_number', 'phone', 'phone2', 'phone3', 'birth_date', 'emergency_contact']],
  ['dwellings', ['owner_phone', 'landlord_phone', 'agent_phone']],
  ['units', ['keeper_phone', 'security_phone']],
  ['visitors', ['phone']],
];

function valuesOf(raw: Store['raw'], table: string, column: string): string[] {
  return raw
    .prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} IS NOT NULL`)
    .pluck()
    .all()
    .map(String);
}

function columnsOf(raw: Store['raw'], table: string): string[] {
  return raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
}

/** Stored values that must not leave, without those that also stand where everybody may read them: days, the desk's phones. */
function secretsOf(raw: Store['raw']): Set<string> {
  const secret = new Map(SECRET);
  const open = new Set(
    [...secret.keys(), 'staff', 'office', 'home_visits', 'unit_checks'].flatMap((table) =>
      columnsOf(raw, table)
        .filter((column) => secret.get(table)?.includes(column) !== true)
        .flatMap((column) => valuesOf(raw, table, column)),
    ),
  );
  const values = SECRET.flatMap(([table, columns]) =>
    columns.flatMap((column) => valuesOf(raw, table, column)),
  );
  // A service number of five digits, or a contact without any, tells nothing that a mask would hide.
  return new Set(values.filter((value) => /(?:\d.*){7}/u.test(value) && !open.has(value)));
}

/** Runs that may be a number, a phone or a day, and what stands between quotes. */
function leaked(frames: readonly string[], secrets: ReadonlySet<string>): string[] {
  const said = frames.join('\n');
  const runs = new Set(said.match(/[0-9A-Za-z()/-]{7,}/gu) ?? []);
  const all = [...runs].join(' ');
  return [...secrets].filter((secret) => (/[^0-9A-Za-z()/-]/u.test(secret) ? said : all).includes(secret));
}

/** The sample for another record: its id, and the revision it stands at or one that nobody saw. */
function inputFor(sample: unknown, id: string, revisionOf: (id: string) => number): unknown {
  if (sample === ANY_RECORD) return id;
  if (Array.isArray(sample)) return sample.map((one) => inputFor(one, id, revisionOf));
  if (typeof sample !== 'object' || sample === null) return sample;
  const fields = Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [name, inputFor(value, id, revisionOf)]),
  );
  const own = fields['id'];
  return typeof own === 'string' && RECORD_ID.test(own) && 'revision' in fields
    ? { ...fields, revision: revisionOf(own) }
    : fields;
}

/** Further inputs of calls that tell more when they are asked for more. */
function moreInputs({ adult, child, gone, door, building }: Known): Readonly<Record<string, unknown[]>> {
  const numbers = [numberOf('19830917', '417'), numberOf('20191105', '738'), numberOf('19790623', '526')];
  const texts = [
    '欧阳',
    'oy',
    '王',
    '李',
    '欧阳小',
    ...numbers,
    ...numbers.map((number) => number.slice(-4)),
  ];
  const phones = ['15400071234', '1540007', '62345678', '5678', '154-0007-5678'];
  const ids = [adult, child, gone, door, building];
  const list = { after: null, rows: PAGE_ROWS };
  const filter = { ...EVERYBODY, presence: 'all' as const };
  const person = { idNumber: numberOf('19660606', '606'), phone: '15400070606', name: '欧阳新' };
  return {
    'search.find': [...texts, ...phones].map((text) => ({ text })),
    'residents.alike': numbers.flatMap((idNumber) => [
      { name: '欧阳小', idNumber, birthDate: null, except: null },
      { name: '欧阳见', idNumber: null, birthDate: '1983-09-17', except: null },
    ]),
    'residents.register': [{ resident: personAt(door, person), draft: newDraft() }],
    'residents.list': [...texts.slice(0, 4), ''].map((text) => ({
      ...list,
      filter: { ...filter, text },
      sort: { by: 'name', descending: true },
    })),
    'residents.export': [
      { filter, columns: ['name', 'idNumber'], format: 'csv', readable: true, reason: '核对社区花名册' },
    ],
    'doubles.list': [list],
    'dwellings.rentals': [{ ...list, policeGrid: null, withoutPledge: false }],
    'journal.page': [{ ...list, ops: [] }],
    'history.of': LEDGERS.flatMap((ledger) => [...ids, ANY_RECORD].map((id) => ({ ledger, id }))),
    'papers.preview': [door, building].map((addressId) => ({
      order: { name: 'household-sheet', addressId, blank: false },
    })),
  };
}

/** A sheet with people of the ledger and others, and numbers in cells where none belongs. */
async function sayImport(office: PrivacyOffice, counter: Counter): Promise<string[]> {
  const path = join(tempFolder(), '花名册.csv');
  const adult = numberOf('19830917', '417');
  const lines = [
    '姓名,身份证号,联系电话,现住址,户籍地址,曾用名,出生日期',
    `欧阳见,${adult},15400071234,青禾苑3栋501,,,1983-09-17`,
    `欧阳贱,${adult.slice(0, 16)}2${adult.slice(17)},15400071299,青禾苑3栋501,,,1983年9月18日`,
    `${numberOf('19900909', '909')},欧阳错,青禾苑3栋502,15400070909,,,19900909`,
    `王一${numberOf('19910808', '808')},15400070808,,青禾苑3栋503,,,1991/8/8`,
    `欧阳新,,15400070606,青禾苑3栋504,青禾苑 62340606,15400070707,1966-06-06`,
  ];
  writeFileSync(path, lines.join('\n'));
  const { shell } = office.desk;
  shell.choose(path);
  const { import: id, plan } = await counter.imports.choose({});
  const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
  const town = office.opened().store.raw.prepare(`SELECT id FROM addresses WHERE kind = 'community'`);
  const check = await counter.imports.check({
    import: id,
    mapping,
    baseAddressId: town.pluck().get() as string,
  });
  expect(check).toMatchObject({ read: 5, imported: 2, duplicate: 1, rejected: 2 });
  const page = { import: id, after: null, rows: PAGE_ROWS };
  for (const show of ['all', 'rejected', 'twins', 'flagged'] as const)
    await counter.imports.rows({ ...page, show });
  await counter.imports.decide({ import: id, rows: [2], choice: 'new' });
  await counter.imports.fix({ import: id, row: 5, fields: [{ field: 'otherName', text: '15400070707' }] });
  shell.choose(join(tempFolder(), 'errors.xlsx'));
  await counter.imports.saveErrors({ import: id });
  const batch = await counter.imports.commit({ import: id });
  await counter.imports.batches({});
  await counter.imports.undo({ id: batch.id });
  return office.take();
}

/** In the file alone. */
const IN_THE_FILE = [
  numberOf('19900909', '909'),
  '15400070909',
  numberOf('19910808', '808'),
  '15400070808',
  '15400071299',
  '15400070606',
  '15400070707',
  '62340606',
];

interface Said {
  readonly name: string;
  readonly frames: readonly string[];
}

/** Every call, first with revisions nobody saw, so that all that is read stands; then in earnest. */
async function sayEverything(office: PrivacyOffice, role: Role): Promise<Said[]> {
  const counter = await office.signIn(role);
  const { known } = office;
  const said: Said[] = [];
  const { raw } = office.opened().store;
  const standing = (name: string) => (id: string) => {
    const [room = ''] = name.split('.');
    const table = ({ doubles: 'residents', staff: 'staff', office: 'office' } as const)[room] ?? room;
    if (!(LEDGERS as readonly string[]).includes(table)) return 1;
    return Number(raw.prepare(`SELECT revision FROM ${table} WHERE id = ?`).pluck().get(id) ?? 1);
  };
  const ids = idsOf(known);
  const calls = contractCalls().toSorted((a, b) => lastness(a) - lastness(b));
  for (const inEarnest of [false, true]) {
    const samples = sampleInputs();
    const more = moreInputs(known);
    for (const { name } of calls) {
      if (lastness({ name, meta: { roles: [] } }) > 0 && !inEarnest) continue;
      const revisionOf = inEarnest ? standing(name) : () => 9999;
      const wanted = [samples[name], ...(more[name] ?? [])].flatMap((sample) =>
        ids.map((id) => JSON.stringify(inputFor(sample, id, revisionOf))),
      );
      for (const input of new Set(wanted)) {
        if (inEarnest && name === 'residents.export')
          office.desk.shell.choose(join(tempFolder(), 'people.csv'));
        await ask(counter, name, JSON.parse(input));
      }
      said.push({ name, frames: office.take() });
    }
  }
  return said;
}

/** Calls that end the session come when everything else was said. */
function lastness({
  name,
  meta,
}: {
  readonly name: string;
  readonly meta: { readonly roles: unknown };
}): number {
  if (name === 'session.lock') return 2;
  return meta.roles === 'anyone' || name === 'session.changePassword' ? 1 : 0;
}

describe.each(['auxiliary', 'officer', 'administrator', 'auditor'] as const)('to an %s', (role) => {
  test('no call says a whole number, phone, birthday or contact that the office holds', async () => {
    const office = await openPrivacyOffice();
    await office.signIn(role);
    const before = secretsOf(office.opened().store.raw);
    expect(before.size).toBeGreaterThan(500);
    const said = await sayEverything(office, role);
    await office.signIn('officer');
    const secrets = new Set([...before, ...secretsOf(office.opened().store.raw)]);
    expect(said.map(({ name }) => name)).toEqual(
      expect.arrayContaining(contractCalls().map(({ name }) => name)),
    );
    for (const { name, frames } of said)
      if (!isReveal(name)) expect({ name, leaked: leaked(frames, secrets) }).toEqual({ name, leaked: [] });
    // The search itself finds what it looks for, and nobody but an officer is told it.
    const revealed = said.filter(({ name }) => isReveal(name)).flatMap(({ frames }) => frames);
    expect(leaked(revealed, secrets).length > 0).toBe(role === 'officer');
  });
});

test('of a sheet that is imported nothing whole is shown, neither of its rows nor of whom they look like', async () => {
  const office = await openPrivacyOffice();
  const counter = await office.signIn('officer');
  const frames = await sayImport(office, counter);
  const secrets = new Set([...secretsOf(office.opened().store.raw), ...IN_THE_FILE]);
  expect(leaked(frames, secrets)).toEqual([]);
  expect(frames.join('')).toContain('欧阳贱');
});

test('a line stands before every value that was revealed', async () => {
  const office = await openPrivacyOffice();
  const counter = await office.signIn('officer');
  const { adult } = office.known;
  const reason = { reason: 'identity', note: '' } as const;
  for (const field of ['idNumber', 'phone', 'birthDate', 'emergencyContact'] as const)
    await counter.residents.reveal({ id: adult, field, ...reason });
  const { raw } = office.opened().store;
  const lines = raw.prepare(`SELECT line FROM journal WHERE op = 'V' AND record = ?`).pluck().all(adult);
  expect(lines).toHaveLength(4);
  expect(leaked(lines.map(String), secretsOf(raw))).toEqual([]);
  expect(seen(await counter.residents.open({ id: adult })).revision).toBe(1);
});
