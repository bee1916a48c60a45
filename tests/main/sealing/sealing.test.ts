/** 封存 in a real office: what is over goes to the station's keys alone, and nothing of it stays here in words. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { latestEnd } from '#shared/ledgers/statutory/term.ts';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { sealWhatIsOver } from '#main/sealing/run.ts';
import { ADMIN, OFFICE, openTestOffice, type TestOffice } from '#tests/support/office.ts';
import {
  daysLater,
  openOf,
  openPinnedOffice,
  patchMatter,
  pin,
  proves,
  putConsent,
  putMatter,
  putOneOfEach,
} from '#tests/support/pinned-office.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { BEGUN } from '#tests/support/statutory-entries.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type Stored = Readonly<Record<string, unknown>>;

const sealedIn = (desk: TestOffice): Stored[] =>
  openOf(desk).store.raw.prepare('SELECT * FROM sealed_records ORDER BY id').all() as Stored[];
const matterIn = (desk: TestOffice, id: string): Stored =>
  openOf(desk).store.raw.prepare('SELECT * FROM statutory_matters WHERE id = ?').get(id) as Stored;
const linesIn = (desk: TestOffice): string =>
  (openOf(desk).store.raw.prepare('SELECT line FROM journal').pluck().all() as string[]).join('');
const opsOf = (desk: TestOffice, ledger: string): string =>
  (
    openOf(desk)
      .store.raw.prepare('SELECT op FROM journal WHERE ledger = ? ORDER BY n')
      .pluck()
      .all(ledger) as string[]
  ).join('');
const NAMES = /何远|林晓|周明|青法字/u;

describe('an entry whose term is over', () => {
  test('is sealed on that day, and only the station reads what it said', async () => {
    const desk = await openPinnedOffice();
    const { id, endsOn } = putMatter(desk, 'SM07');
    await daysLater(desk, 80);
    expect(sealedIn(desk)).toEqual([]);
    expect(matterIn(desk, id)['name']).toBe('何远');
    await daysLater(desk, 10);
    const [sealed = {}] = sealedIn(desk);
    expect(today(desk.clock) >= endsOn).toBe(true);
    expect(sealed).toMatchObject({
      from_ledger: 'statutory_matters',
      number: id,
      category: 'SM07',
      starts_on: BEGUN,
      ends_on: endsOn,
      why: 'ended',
      retain_until: addMonths(String(sealed['sealed_on']), 12),
    });
    expect(matterIn(desk, id)).toMatchObject({
      name: '',
      protected_name: '',
      document_number: '',
      officer: '',
    });
    expect(linesIn(desk)).not.toMatch(NAMES);
    const content = await desk.station.unseal(String(sealed['envelope']));
    expect(createHash('sha256').update(content).digest('hex')).toBe(sealed['digest']);
    expect(await desk.station.unseal(String(sealed['envelope']), 'escrow')).toBe(content);
    expect(JSON.parse(content)).toMatchObject({
      r: expect.stringMatching(/^[0-9a-f]{32}$/),
      from: 'statutory_matters',
      record: { id, name: '何远', protectedName: '林晓' },
      parts: [
        { ledger: 'statutory_duties', row: { kind: 'visit-protected' } },
        { ledger: 'statutory_duties', row: { kind: 'visit-person' } },
      ],
    });
    proves(desk);
  });

  test.each(CATEGORY_CODES)(
    '%s: on the last day of its cap at the latest, and deleted after its months with a certificate',
    async (code) => {
      const desk = await openPinnedOffice();
      const startsOn = '2020-01-31';
      const endsOn = latestEnd(code, startsOn);
      putMatter(desk, code, { documentDate: startsOn, startsOn, endsOn, enteredOn: startsOn });
      // Whose notice is owed waits for it, and not for ever.
      desk.clock.set(`${endsOn}T01:00:00.000Z`);
      await daysLater(desk, CATEGORIES[code].endNotice ? 32 : 4);
      const [sealed = {}] = sealedIn(desk);
      expect(sealed).toMatchObject({ category: code, ends_on: endsOn });
      const until = String(sealed['retain_until']);
      expect(until).toBe(addMonths(String(sealed['sealed_on']), CATEGORIES[code].sealedMonths));
      desk.clock.set(`${addDays(until, -4)}T01:00:00.000Z`);
      await daysLater(desk, 3);
      expect(sealedIn(desk)[0]?.['envelope']).not.toBe('');
      desk.clock.forward({ days: 1 });
      await desk.signIn('auditor');
      expect(sealedIn(desk)[0]).toMatchObject({ envelope: '', digest: '', number: '', retain_until: '' });
      expect(await desk.counter.sealed.list({})).toEqual([]);
      expect((await desk.counter.retention.status({})).certificates).toMatchObject([
        { ledger: 'sealed_records', count: 1 },
      ]);
      proves(desk);
    },
  );

  test('waits for a day that is believed: a clock that jumped seals nothing, and shows nothing either', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM07');
    desk.clock.forward({ days: 3650 });
    await desk.signIn('officer');
    expect(sealedIn(desk)).toEqual([]);
    expect(await desk.counter.statutory.list({ reason: 'own-request', note: '', explanation: '' })).toEqual(
      [],
    );
    expect(matterIn(desk, id)['name']).toBe('何远');
  });
});

describe('what does not wait for a date', () => {
  /** The run that a write calls for has ended by then. */
  const settled = (desk: TestOffice) => sealWhatIsOver(openOf(desk));

  test('a document that ends it: sealed at once, of whichever day it is', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM01');
    patchMatter(desk, id, { endedOn: today(desk.clock), endHow: 'released' });
    await settled(desk);
    expect(sealedIn(desk)).toMatchObject([{ number: id, why: 'ended', ends_on: today(desk.clock) }]);
    proves(desk);
  });

  test('a notice that is owed: printed first, then it is sealed', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM03');
    patchMatter(desk, id, { endedOn: today(desk.clock), endHow: 'terminated' });
    await settled(desk);
    expect(sealedIn(desk)).toEqual([]);
    patchMatter(desk, id, { noticeOn: today(desk.clock) });
    await settled(desk);
    expect(sealedIn(desk)).toMatchObject([{ number: id, category: 'SM03' }]);
  });

  test('a birth date that makes a minor, in the entry', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM05', { startsOn: BEGUN });
    patchMatter(desk, id, { birthDate: '2008-11-20' });
    await settled(desk);
    expect(sealedIn(desk)).toMatchObject([{ number: id, why: 'minor' }]);
    expect(linesIn(desk)).not.toMatch(NAMES);
  });

  test('an entry of a minor that nobody approved is forgotten, and not sealed', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM05', { state: 'provisional' });
    patchMatter(desk, id, { birthDate: '2010-11-20' });
    await settled(desk);
    expect(sealedIn(desk)).toEqual([]);
    expect(matterIn(desk, id)['name']).toBe('');
    proves(desk);
  });

  test('a consent that was taken back: thirty days sealed, then deleted', async () => {
    const desk = await openPinnedOffice();
    const id = putConsent(desk, 'CA05', { state: 'withdrawn', withdrawnOn: today(desk.clock) });
    const never = putConsent(desk, 'CA01', {
      state: 'withdrawn',
      withdrawnOn: today(desk.clock),
      approvedBy: null,
    });
    await settled(desk);
    expect(sealedIn(desk)).toMatchObject([
      {
        from_ledger: 'care_consents',
        number: id,
        why: 'withdrawn',
        retain_until: addDays(today(desk.clock), 30),
      },
    ]);
    const kept = openOf(desk).store.raw.prepare('SELECT contact_name FROM care_consents WHERE id IN (?, ?)');
    expect(kept.pluck().all(id, never)).toEqual(['', '']);
    expect(linesIn(desk)).not.toContain('何敏');
    await daysLater(desk, 31);
    expect(sealedIn(desk)[0]?.['envelope']).toBe('');
    proves(desk);
  });
});

describe('an entry that never was one', () => {
  test.each(['provisional', 'denied'] as const)(
    '%s: gone after fourteen days, and nothing of it is sealed',
    async (state) => {
      const desk = await openPinnedOffice();
      const { id } = putMatter(desk, 'SM01', { state, enteredOn: today(desk.clock) });
      await daysLater(desk, 13);
      expect(matterIn(desk, id)['name']).toBe('何远');
      desk.clock.forward({ days: 1 });
      await desk.signIn('officer');
      expect(matterIn(desk, id)).toMatchObject({ name: '', document_number: '', denial: '' });
      expect(sealedIn(desk)).toEqual([]);
      expect(linesIn(desk)).not.toMatch(NAMES);
      proves(desk);
    },
  );
});

describe('the run', () => {
  test('done twice writes nothing, and in two runs at once every record is sealed once', async () => {
    const desk = await openPinnedOffice();
    const entries = putOneOfEach(desk, () => ({ endedOn: today(desk.clock), noticeOn: today(desk.clock) }));
    await Promise.all([sealWhatIsOver(openOf(desk)), sealWhatIsOver(openOf(desk))]);
    expect(sealedIn(desk).map(({ number }) => number)).toEqual(entries.map(({ id }) => id));
    const lines = proves(desk).lines;
    expect(await sealWhatIsOver(openOf(desk))).toBe(0);
    expect(proves(desk).lines).toBe(lines);
  });

  test('leaves alone what was changed while it was encrypted, and takes it as it stands the next time', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM01');
    const room = openOf(desk);
    patchMatter(desk, id, { endedOn: today(desk.clock) });
    const run = sealWhatIsOver(room);
    patchMatter(desk, id, { leadContact: '钱立' });
    expect(await run).toBe(0);
    await sealWhatIsOver(room);
    const [sealed = {}] = sealedIn(desk);
    expect(sealedIn(desk)).toHaveLength(1);
    expect(await desk.station.unseal(String(sealed['envelope']))).toContain('钱立');
  });

  test('writes nothing once the office has been locked over it', async () => {
    const desk = await openPinnedOffice();
    const { id } = putMatter(desk, 'SM01');
    patchMatter(desk, id, { endedOn: today(desk.clock) });
    await desk.restart();
    await desk.signIn('officer');
    expect(sealedIn(desk)).toMatchObject([{ number: id }]);
    expect(opsOf(desk, 'sealed_records')).toBe('I');
  });

  test('is done before the backup of the day, which holds with what was sealed', async () => {
    const desk = await openPinnedOffice();
    await desk.signIn('administrator');
    const backups = tempFolder();
    desk.shell.choose(backups);
    const { revision } = await desk.counter.office.profile({});
    await desk.counter.office.chooseBackupFolder({ revision });
    const { id } = putMatter(desk, 'SM01');
    patchMatter(desk, id, { endedOn: today(desk.clock) });
    await desk.office().lock('asked');
    const [made = ''] = readdirSync(backups);
    const copy = openStore(
      join(backups, made, 'office.db'),
      await dataKeyOf(join(backups, made), ADMIN.login, ADMIN.password),
    );
    onTestFinished(() => copy.close());
    verifyStore(copy.raw, OFFICE.code, LEDGER_TABLES);
    const lines = copy.raw.prepare('SELECT line FROM journal').pluck().all() as string[];
    expect(lines.join('')).not.toMatch(NAMES);
    expect(copy.raw.prepare('SELECT number FROM sealed_records').pluck().all()).toEqual([id]);
  });

  test('goes to the station with the next bundle: the envelope, and no word of what was in it', async () => {
    const desk = await openPinnedOffice();
    const folder = tempFolder();
    desk.shell.choose(folder);
    const { handle } = await desk.counter.weekly.chooseFolder({});
    const { file } = await desk.counter.station.writeEnrolment({ folder: handle });
    await desk.station.enrol(join(folder, file));
    const { id } = putMatter(desk, 'SM08');
    patchMatter(desk, id, { endedOn: today(desk.clock), endHow: 'revoked' });
    await sealWhatIsOver(openOf(desk));
    await desk.counter.weekly.export({ folder: handle });
    const stick = join(folder, 'JWB', 'to-station');
    const [name = ''] = readdirSync(stick);
    const { lines } = await desk.station.open(join(stick, name));
    const said = JSON.stringify(lines);
    expect(said).not.toMatch(NAMES);
    expect(said).toContain(String(sealedIn(desk)[0]?.['digest']));
  });
});

describe('an office that knows no station', () => {
  test('cannot seal: nobody sees the entry any more, and it is forgotten when the sealed one would have been', async () => {
    const desk = await openTestOffice({ staffed: true });
    onTestFinished(() => desk.dispose());
    await desk.signIn('officer');
    const { id, endsOn } = putMatter(desk, 'SM07');
    desk.clock.set(`${addMonths(endsOn, 12)}T01:00:00.000Z`);
    desk.clock.forward({ days: -5 });
    await daysLater(desk, 4);
    expect(matterIn(desk, id)['name']).toBe('何远');
    expect(await desk.counter.statutory.list({ reason: 'own-request', note: '', explanation: '' })).toEqual(
      [],
    );
    desk.clock.forward({ days: 1 });
    await desk.signIn('auditor');
    expect(matterIn(desk, id)['name']).toBe('');
    expect(linesIn(desk)).not.toMatch(NAMES);
    expect((await desk.counter.retention.status({})).certificates.map(({ ledger }) => ledger).sort()).toEqual(
      ['statutory_duties', 'statutory_matters'],
    );
    proves(desk);
  });

  test('seals what waited as soon as it does', async () => {
    const desk = await openTestOffice({ staffed: true });
    onTestFinished(() => desk.dispose());
    await desk.signIn('officer');
    const { id } = putMatter(desk, 'SM01');
    patchMatter(desk, id, { endedOn: today(desk.clock) });
    expect(await sealWhatIsOver(openOf(desk))).toBe(0);
    await pin(desk, await makeStation());
    await desk.signIn('officer');
    expect(sealedIn(desk)).toMatchObject([{ number: id }]);
  });
});

test('the auditor sees what was sealed by number, kind and days, and nobody else is told', async () => {
  const desk = await openPinnedOffice();
  const [entry] = putOneOfEach(desk, () => ({ endedOn: today(desk.clock), noticeOn: today(desk.clock) }));
  await sealWhatIsOver(openOf(desk));
  await desk.signIn('auditor');
  const rows = await desk.counter.sealed.list({});
  expect(rows).toHaveLength(8);
  expect(rows.find(({ of }) => of === entry?.id)).toMatchObject({
    category: 'SM01',
    from: BEGUN,
    deleteOn: addMonths(today(desk.clock), 6),
  });
  expect(JSON.stringify(rows)).not.toMatch(NAMES);
});
