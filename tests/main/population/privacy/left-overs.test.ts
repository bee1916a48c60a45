/** What stays behind of people: of what was searched nothing, of what was done no names, of the forgotten not a byte. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseChange, readForgotten } from '#bundle-format';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { verifyStore } from '#main/db/verify.ts';
import type { Store } from '#main/db/open.ts';
import { OFFICE, type TestOffice } from '#tests/support/office.ts';
import { EVERYBODY, numberOf, personAt } from '#tests/support/people.ts';
import { sampleInputs } from '#tests/support/sample-inputs.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { ask, found, openPrivacyOffice, remainsOf, seen } from './office.ts';

/** docs/format/bundle-v1.md, change line. */
const SALT_BYTES = 8;

function linesOf(raw: Store['raw'], where = 'true'): string[] {
  return raw.prepare(`SELECT line FROM journal WHERE ${where} ORDER BY n`).pluck().all() as string[];
}

/** `table.column: text` of every cell of every table, keys and shelves too, that holds one of the texts. */
function cellsWith(raw: Store['raw'], texts: readonly string[]): string[] {
  const tables = raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
  return tables.flatMap((table) =>
    (raw.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => {
        const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
        return texts.filter((one) => text.includes(one)).map((one) => `${table}.${column}: ${one}`);
      }),
    ),
  );
}

describe('of what was typed to search', () => {
  const TYPED = ['司空寻觅', '15499887766', numberOf('19610101', '616')];

  test('nothing is kept: no line, no row, no file, whoever searched', async () => {
    const office = await openPrivacyOffice();
    const samples = sampleInputs();
    for (const role of ['auxiliary', 'officer'] as const) {
      const counter = await office.signIn(role);
      for (const text of TYPED) {
        await counter.search.find({ text });
        await counter.residents.alike({ name: text, idNumber: text, birthDate: null, except: null });
        for (const name of ['residents.list', 'residents.export', 'units.list']) {
          const sample = samples[name] as { readonly filter: object };
          office.desk.shell.choose(join(tempFolder(), 'list.csv'));
          await ask(counter, name, { ...sample, filter: { ...sample.filter, text } });
        }
        await ask(counter, 'visitors.search', { after: null, rows: 10, name: text, reason: '群众求助寻人' });
      }
      expect(cellsWith(office.opened().store.raw, TYPED)).toEqual([]);
    }
    const left = await remainsOf(office.desk);
    expect([...left.keys()]).toEqual(expect.arrayContaining(['office.db', 'vault.json']));
    expect(found(left, TYPED)).toEqual([]);
    expect(found(left, ['群众求助寻人'])).toEqual(['office.db: 群众求助寻人']);
  });
});

describe('a visit for which somebody of the ledger was picked', () => {
  test('is stored by name and phone alone, and refers to no record of theirs', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('auxiliary');
    const { adult, door } = office.known;
    const visit = { ...enquiry, name: '欧阳见', phone: '15400071234' };
    const picked = { residentId: adult, addressId: door, personId: adult, resident: { id: adult } };
    const { data } = await ask(counter, 'visitors.register', {
      visit: { ...visit, ...picked },
      draft: newDraft(),
      ...picked,
    });
    const { id } = data as { readonly id: string };
    const { raw } = office.opened().store;
    const row = raw.prepare('SELECT * FROM visitors WHERE id = ?').get(id) as Record<string, unknown>;
    const references = Object.entries(row).filter(
      ([, value]) => typeof value === 'string' && RECORD_ID.test(value),
    );
    expect(references.map(([column]) => column).toSorted()).toEqual([
      'created_by',
      'handled_by',
      'id',
      'updated_by',
    ]);
    const lines = linesOf(raw, `ledger = 'visitors' AND record = '${id}'`).map(parseChange);
    expect(lines.map(({ d }) => Object.values(d).filter((value) => value === adult))).toEqual([[]]);
    // Nor does picking somebody count as looking at their record.
    expect(linesOf(raw, `ledger = 'residents' AND record = '${adult}' AND op <> 'I'`)).toEqual([]);
  });
});

describe('the journal', () => {
  test('salts every line of a person, made up, typed or changed, so that nobody guesses it from its hash', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('officer');
    const { resident } = await counter.residents.register({
      resident: personAt(office.known.door, { name: '欧阳盐' }),
      draft: newDraft(),
    });
    await counter.residents.setOut({ ...seen(resident), outState: 'left', outOn: '2026-11-01' });
    const { raw } = office.opened().store;
    const personal = LEDGER_TABLES.filter((ledger) => ledger.personal).map(({ name }) => name);
    expect(personal).toEqual(
      expect.arrayContaining([
        'residents',
        'households',
        'dwellings',
        'home_visits',
        'units',
        'visitors',
        'staff',
      ]),
    );
    const lines = linesOf(raw, `op IN ('I', 'U', 'X')`).map(parseChange);
    const ofPeople = lines.filter(({ l }) => (personal as readonly string[]).includes(l));
    const salts = ofPeople.map(({ r }) => r ?? '');
    expect(salts.filter((salt) => Buffer.from(salt, 'base64url').length !== SALT_BYTES)).toHaveLength(0);
    expect(new Set(salts).size).toBe(salts.length);
    expect(ofPeople.length).toBeGreaterThan(500);
  });

  test('says of an export and of a paper what it was and how large, never who stood on it', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('officer');
    const { shell } = office.desk;
    const { raw } = office.opened().store;
    const before = Number(raw.prepare('SELECT max(n) FROM journal').pluck().get());
    const filter = { ...EVERYBODY, text: '欧阳' };
    for (const readable of [false, true]) {
      shell.choose(join(tempFolder(), '欧阳见.csv'));
      await counter.residents.export({
        filter,
        columns: ['name', 'idNumber'],
        format: 'csv',
        readable,
        reason: '社区核对花名册',
      });
    }
    // Paper needs a window: here it only has to be said that there was one.
    Object.assign(shell, {
      pdf: () => Promise.resolve({ pages: 3 }),
      print: () => Promise.resolve({ pages: 3 }),
    });
    const order = { name: 'household-sheet', addressId: office.known.building, blank: false } as const;
    shell.choose(join(tempFolder(), '欧阳见.pdf'));
    await counter.papers.savePdf({ order });
    await counter.papers.print({ order });
    const lines = linesOf(raw, `n > ${before}`);
    expect(lines.map((line) => parseChange(line).d['event'] ?? parseChange(line).d['call'])).toEqual([
      'exported',
      'residents.export',
      'exported',
      'residents.export',
      'saved-as-pdf',
      'printed',
    ]);
    const names = raw.prepare('SELECT name FROM residents').pluck().all() as string[];
    expect(names.filter((name) => lines.some((line) => line.includes(name)))).toEqual([]);
    expect(lines.join('')).not.toContain('欧阳');
  });
});

describe('of somebody who left more than twelve months ago', () => {
  const NAME = '夏侯忘川';
  const OTHER = '夏侯归尘';
  const NUMBER = numberOf('19750716', '357');
  const GONE = [
    NAME,
    OTHER,
    NUMBER,
    '15499001122',
    '15499003344',
    '姐姐 夏侯挂念',
    '15499005566',
    '1975-07-16',
    '夏侯村旧宅',
  ];

  /** A life in the ledger: registered, changed, revealed, found, imported beside, verified, exported, gone. */
  async function live(desk: TestOffice, door: string): Promise<string> {
    const { counter } = desk;
    const form = newDraft();
    await counter.drafts.keep({
      id: form,
      form: 'resident',
      content: JSON.stringify({ name: NAME, idNumber: NUMBER }),
    });
    const { resident } = await counter.residents.register({
      resident: personAt(door, {
        name: NAME,
        idNumber: NUMBER,
        phone: '15499001122',
        emergencyContact: '姐姐 夏侯挂念 15499005566',
        emergencyConsent: true,
        registerAddress: '夏侯村旧宅',
      }),
      draft: form,
    });
    const { id } = resident;
    const {
      phone: _,
      phone3: __,
      idNumber: ___,
      birthDate: ____,
      emergencyContact: _____,
      ...kept
    } = personAt(door, {
      name: NAME,
      otherName: OTHER,
      idNumber: NUMBER,
      phone2: '15499003344',
      emergencyConsent: true,
      registerAddress: '夏侯村旧宅',
    });
    await counter.residents.amend({ id, revision: 1, resident: kept });
    await counter.residents.reveal({ id, field: 'idNumber', reason: 'identity', note: '' });
    await counter.residents.verify({ people: [{ id, revision: 2 }], how: 'visit' });
    await counter.search.find({ text: NAME });
    const wrong = (
      await counter.residents.register({
        resident: personAt(door, { name: NAME, phone: '15499001122' }),
        draft: newDraft(),
      })
    ).resident;
    await counter.doubles.merge({ keep: { id, revision: 3 }, drop: seen(wrong), take: [], reason: '同一人' });
    const { revision } = await counter.residents.open({ id });
    await counter.residents.setOut({ id, revision, outState: 'moved', outOn: '2026-11-20' });
    return id;
  }

  test('nothing is left: no cell, no key, no line, no log, no byte of the file, and nobody finds them', async () => {
    const { desk, known } = await openPrivacyOffice();
    const sign = async () => {
      await desk.restart();
      await desk.counter.session.unlock({ login: 'office1', password: 'the lamp stays lit 24' });
    };
    await sign();
    const id = await live(desk, known.door);
    const raw = () => {
      const open = desk.office().session.opened();
      if (open === null) throw new Error('the office is locked');
      return open.store.raw;
    };
    const held = cellsWith(raw(), GONE);
    for (const text of GONE) expect(held.some((cell) => cell.endsWith(text))).toBe(true);
    for (const table of ['residents', 'residents_keys', 'journal'])
      expect(held.join()).toContain(`${table}.`);
    // Worked on several days, so that the clock is believed.
    desk.clock.forward({ days: 363 });
    for (let day = 0; day < 4; day += 1) {
      await sign();
      desk.clock.forward({ days: 1 });
    }
    await sign();
    expect(statSync(join(desk.dataDir, 'office.db-wal')).size).toBeLessThan(64 * 1024);
    expect(cellsWith(raw(), GONE)).toEqual([]);
    const lines = linesOf(raw(), `ledger = 'residents' AND record = '${id}' AND op IN ('I', 'U', 'X')`);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => readForgotten(line) === null)).toEqual([]);
    for (const text of [NAME, OTHER, NUMBER, NUMBER.slice(-4), '15499001122', '1122', 'xhwc'])
      expect((await desk.counter.search.find({ text })).people.filter((one) => one.id === id)).toEqual([]);
    const all = { ...EVERYBODY, presence: 'all', text: NAME } as const;
    const list = { after: null, rows: 10, filter: all, sort: { by: 'id', descending: false } } as const;
    expect((await desk.counter.residents.list(list)).rows).toEqual([]);
    for (const name of ['residents.open', 'history.of'])
      expect((await ask(desk.counter, name, { id, ledger: 'residents' })).failure).toEqual({
        code: 'missing',
      });
    verifyStore(raw(), OFFICE.code, LEDGER_TABLES);
    // At the lock the file is written anew.
    await desk.office().lock('asked');
    expect(found(await remainsOf(desk), GONE)).toEqual([]);
  });
});
