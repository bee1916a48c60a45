/** A record that the office forgot is forgotten here too, in whatever order its lines and their text arrive. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainNext, chainStart, encodeForgotten, leafOf, readForgotten, type Change } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { enrol, newOffice, officeWith, type OfficeKit } from './office-kit.ts';
import { newStation, newStick, onlyRow, passphrase, tempFolder, type StationKit } from './station-kit.ts';

const FIRST = '07-000001';
const remains = { matter: '问路', people: 1 };

function forgetting(k: string, v: number): Partial<Change> {
  return { op: 'F', k, b: v, v, d: remains, u: 'system', via: 'system', why: 'retention' };
}

async function enrolled() {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  return { station, office };
}

/** Lines 1–3 three visitors, 4 a change of the first, 5 a look at it, 6 its forgetting. */
function forgetFirst(office: OfficeKit): void {
  office.visitors(3);
  office.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678' } });
  office.write({ op: 'V', k: FIRST, b: 0, v: 0, d: { call: 'visitors.reveal' }, why: '回访访客1' });
  office.write(forgetting(FIRST, 3));
}

const firstLines = [1, 4, 5];

/** The office's lines as they stand after it forgot these. */
function withoutText(office: OfficeKit, from: number, to: number, gone: readonly number[]): string[] {
  return office
    .lines()
    .slice(from - 1, to)
    .map((line, i) =>
      gone.includes(from + i) ? encodeForgotten({ n: from + i, leaf: leafOf(line).toString('hex') }) : line,
    );
}

async function inStore<T>(station: StationKit, look: (db: Database.Database) => T): Promise<T> {
  const home = homeAt(station.home);
  const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

const linesIn = (db: Database.Database, epoch = 1) =>
  db.prepare('SELECT n, line, h FROM lines WHERE epoch = ? ORDER BY n').all(epoch) as {
    n: number;
    line: string;
    h: Buffer;
  }[];
const recordIn = (db: Database.Database, record: string) =>
  db.prepare('SELECT v, live, n, fields FROM records WHERE record = ?').get(record) as
    { v: number; live: number; n: number; fields: string } | undefined;

/** Chain over what is held, and no word of the first visitor anywhere in the store. */
async function expectForgotten(station: StationKit, office: OfficeKit, gone = firstLines): Promise<void> {
  await inStore(station, (db) => {
    let h: Buffer = chainStart(office.code, 1);
    for (const held of linesIn(db)) {
      h = chainNext(h, leafOf(held.line));
      expect(held.h.equals(h)).toBe(true);
      expect(readForgotten(held.line) !== null, `line ${held.n}`).toBe(gone.includes(held.n));
    }
    expect(h.toString('hex')).toBe(office.chainAt(office.last()));
    expect(recordIn(db, FIRST)).toEqual({ v: 3, live: 0, n: 6, fields: JSON.stringify(remains) });
    const everything = db
      .prepare('SELECT line FROM lines UNION ALL SELECT fields FROM records')
      .pluck()
      .all()
      .join('');
    for (const word of ['访客1', '15400015678']) expect(everything.includes(word), word).toBe(false);
    expect(everything).toContain('访客2');
  });
}

async function receive(station: StationKit, ...paths: readonly string[]) {
  const stick = newStick();
  for (const [i, path] of paths.entries()) copyFileSync(path, join(stick.toStation, `${i}.jwb`));
  return station.run('receive', '--from', stick.root);
}

describe('a record that the office forgot', () => {
  test('loses its fields and the text of its lines here, and keeps its place in the chain', async () => {
    const { station, office } = await enrolled();
    const drawer = tempFolder();
    office.visitors(3);
    const before = await office.seal(drawer, 1);
    office.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678' } });
    office.write({ op: 'V', k: FIRST, b: 0, v: 0, d: { call: 'visitors.reveal' }, why: '回访访客1' });
    office.write(forgetting(FIRST, 3));
    const after = await office.seal(drawer, 4, 6, { lines: withoutText(office, 4, 6, firstLines) });
    expect((await receive(station, before.path)).exit).toBe(0);
    expect(await inStore(station, (db) => recordIn(db, FIRST)?.fields)).toContain('访客1');
    expect((await receive(station, after.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    await expectForgotten(station, office);
    expect((await station.done('report')).offices).toMatchObject([{ live: { visitors: 2 } }]);
    for (const { path } of [before, after])
      expect((await station.run('verify', path)).answer.files).toMatchObject([{ code: 'verified' }]);
  });

  test('when its bundles come in the wrong order is forgotten all the same', async () => {
    const { station, office } = await enrolled();
    const drawer = tempFolder();
    office.visitors(3);
    const before = await office.seal(drawer, 1);
    office.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678' } });
    office.write({ op: 'V', k: FIRST, b: 0, v: 0, d: { call: 'visitors.reveal' }, why: '回访访客1' });
    office.write(forgetting(FIRST, 3));
    const after = await office.seal(drawer, 4, 6, { lines: withoutText(office, 4, 6, firstLines) });
    expect(onlyRow(await receive(station, after.path))).toMatchObject({ disposition: 'hold' });
    const healed = await receive(station, before.path);
    expect(healed.answer.settled).toMatchObject([{ disposition: 'apply', seq: 2 }]);
    await expectForgotten(station, office);
  });

  test('before any bundle was ever sent arrives without its text, and the counts of the office hold', async () => {
    const { station, office } = await enrolled();
    forgetFirst(office);
    const sealed = await office.seal(tempFolder(), 1, 6, { lines: withoutText(office, 1, 6, firstLines) });
    expect((await receive(station, sealed.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    await expectForgotten(station, office);
    // The live rows are compared again, now that the F line has come.
    office.visitors(1);
    const wrong = await office.seal(tempFolder(), 7, 7, { live: { visitors: 4 } });
    expect(onlyRow(await receive(station, wrong.path))).toMatchObject({ check: 'E606' });
  });

  test('does not come back with an older bundle that still has its text', async () => {
    const { station, office } = await enrolled();
    const drawer = tempFolder();
    office.visitors(3);
    const lost = await office.seal(drawer, 1);
    office.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678' } });
    office.write({ op: 'V', k: FIRST, b: 0, v: 0, d: { call: 'visitors.reveal' }, why: '回访访客1' });
    office.write(forgetting(FIRST, 3));
    const whole = await office.seal(drawer, 1, 6, { lines: withoutText(office, 1, 6, firstLines) });
    expect((await receive(station, whole.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    expect((await receive(station, lost.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    await expectForgotten(station, office);
  });

  test('is never changed again, and an F line needs a record and a new version: else all is set aside', async () => {
    for (const [what, ...changes] of [
      ['a change after it', forgetting(FIRST, 2), { op: 'U', k: FIRST, b: 2, v: 3, d: {} }],
      ['a second end', forgetting(FIRST, 2), forgetting(FIRST, 3)],
      ['the version it had', forgetting(FIRST, 1)],
      ['no record', forgetting('-', 2)],
    ] as readonly [string, ...Partial<Change>[]][]) {
      const { station, office } = await enrolled();
      office.visitors(2);
      office.write(...changes);
      const sealed = await office.seal(tempFolder(), 1);
      expect(onlyRow(await receive(station, sealed.path)), what).toMatchObject({
        disposition: 'quarantine',
        check: 'E612',
      });
      expect(await inStore(station, (db) => linesIn(db)), what).toEqual([]);
    }
  });

  test('may have been taken out before, and brought back: a U line does that, and no line after the F line', async () => {
    const { station, office } = await enrolled();
    office.visitors(2);
    office.write({ op: 'X', k: FIRST, b: 1, v: 2, d: {} });
    office.write({ op: 'U', k: FIRST, b: 2, v: 3, d: { matter: '挂失' } });
    const back = await office.seal(tempFolder(), 1, 4, { live: { visitors: 2 } });
    expect((await receive(station, back.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    office.write({ op: 'X', k: FIRST, b: 3, v: 4, d: {} });
    office.write(forgetting(FIRST, 5));
    const end = await office.seal(tempFolder(), 5, 6, { live: { visitors: 1 } });
    expect((await receive(station, end.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    expect(await inStore(station, (db) => recordIn(db, FIRST))).toMatchObject({ v: 5, live: 0 });
  });

  test('and that a restored office still has is taken as the office says, and forgotten again', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    office.write(forgetting(FIRST, 2));
    await receive(station, (await office.seal(tempFolder(), 1)).path);
    const base = { epoch: 1, n: 3, chain: office.chainAt(3) };
    const restored = officeWith(station, office.signer, office.box, { epoch: 2, base });
    restored.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { matter: '挂失' } });
    restored.write(forgetting(FIRST, 3));
    const sealed = await restored.seal(tempFolder(), 1, 2, { live: { visitors: 2 } });
    expect((await receive(station, sealed.path)).answer.files).toMatchObject([{ disposition: 'apply' }]);
    await inStore(station, (db) => {
      expect(recordIn(db, FIRST)).toMatchObject({ v: 3, live: 0 });
      expect(linesIn(db, 2).map(({ line }) => readForgotten(line) !== null)).toEqual([true, false]);
    });
  });
});

describe('the lines in the store', () => {
  test('change only into their own forgotten form, and only behind an F line of their record', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    office.write(forgetting(FIRST, 2));
    const sealed = await office.seal(tempFolder(), 1);
    await receive(station, sealed.path);
    await inStore(station, (db) => {
      const before = linesIn(db);
      const form = (n: number, leaf = 'a'.repeat(64)) => encodeForgotten({ n, leaf });
      for (const [n, line] of [
        [2, form(2)],
        [4, form(4)],
        [1, form(1)],
        [2, 'x'],
        [2, ''],
      ] as const)
        expect(() => db.prepare('UPDATE lines SET line = ? WHERE n = ?').run(line, n), line).toThrow(
          'append only',
        );
      expect(linesIn(db)).toEqual(before);
    });
  });

  test('of a record are found without reading all the others', async () => {
    const { station, office } = await enrolled();
    office.visitors(1);
    await receive(station, (await office.seal(tempFolder(), 1)).path);
    const plan = await inStore(station, (db) =>
      db
        .prepare(
          `EXPLAIN QUERY PLAN SELECT epoch, n, line FROM lines INDEXED BY lines_record
            WHERE office = ? AND json_extract(line, '$.k') = ? AND json_extract(line, '$.l') = ?
              AND json_extract(line, '$.op') IN ('I', 'U', 'X', 'C', 'F') AND json_extract(line, '$.op') <> 'F'
              AND (epoch, n) < (?, ?)`,
        )
        .all(office.code, FIRST, 'visitors', 1, 9),
    );
    expect(plan).toMatchObject([
      {
        detail: expect.stringContaining(
          'INDEX lines_record (office=? AND <expr>=? AND <expr>=? AND (epoch,n)<(?,?))',
        ) as string,
      },
    ]);
  });
});

test('whatever is changed, looked at and forgotten, sent in whatever pieces: chain and live rows hold', async () => {
  const step = fc.constantFrom('new', 'change', 'look', 'forget', 'send');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.nat({ max: 5 })), { minLength: 4, maxLength: 24 }),
      async (steps) => {
        const { station, office } = await enrolled();
        const versions = new Map<string, number>();
        const gone: number[] = [];
        const linesOf = new Map<string, number[]>();
        let sent = 0;
        const note = (k: string) => linesOf.set(k, [...(linesOf.get(k) ?? []), office.last()]);
        const send = async () => {
          const lines = withoutText(office, sent + 1, office.last(), gone);
          const { path } = await office.seal(tempFolder(), sent + 1, office.last(), { lines });
          sent = office.last();
          const { answer } = await receive(station, path);
          expect(answer.files).toMatchObject([{ disposition: 'apply' }]);
        };
        for (const [what, pick] of steps) {
          const [k, v] = [...versions][pick % Math.max(1, versions.size)] ?? ['', 0];
          if (what === 'send') await send();
          else if (what === 'new') {
            const made = `07-9${String(office.last()).padStart(5, '0')}`;
            office.write({ k: made });
            versions.set(made, 1);
            note(made);
          } else if (v > 0) {
            if (what === 'change') office.write({ op: 'U', k, b: v, v: v + 1, d: { name: `秘密${v}` } });
            else if (what === 'look') office.write({ op: 'V', k, b: 0, v: 0, d: {} });
            else office.write(forgetting(k, v + 1));
            if (what === 'change') versions.set(k, v + 1);
            if (what === 'forget') {
              versions.delete(k);
              gone.push(...(linesOf.get(k) ?? []));
            } else if (what === 'change') note(k);
          }
        }
        await send();
        await inStore(station, (db) => {
          let h: Buffer = chainStart(office.code, 1);
          for (const { n, line } of linesIn(db)) {
            h = chainNext(h, leafOf(line));
            expect(readForgotten(line) !== null).toBe(gone.includes(n));
          }
          expect(h.toString('hex')).toBe(office.chainAt(office.last()));
          const live = db.prepare('SELECT record FROM records WHERE live = 1 ORDER BY record').pluck().all();
          expect(live).toEqual([...versions.keys()].toSorted());
        });
      },
    ),
    { numRuns: 12 },
  );
});
