/** What every store of the station does, whichever it is. Run by sqlite-store.test.ts and postgres-store.test.ts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeForgotten, leafOf, type Change } from '#bundle-format';
import { tempFolder } from '#tests/station/station-kit.ts';
import type { OfficeKit } from '#tests/station/office-kit.ts';
import type { ExtractKind, ExtractRow, ExtractWish } from '#station/extracting/columns.ts';
import { checksumOf, contentOf, NOW, opened, storeOffice, take, type StoreUnderTest } from './store-kit.ts';

const FIRST = '07-000001';
const forgetting = (k: string, v: number): Partial<Change> => ({
  op: 'F',
  k,
  b: v,
  v,
  d: { matter: '问路', people: 1 },
  u: 'system',
  via: 'system',
  why: 'retention',
});

export function storeSuite(open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let office: OfficeKit;
  let drawer: string;
  beforeEach(async () => {
    under = await open();
    office = storeOffice();
    drawer = tempFolder();
  });
  afterEach(async () => {
    await under.store.close();
  });

  const sealed = async (from: number, to?: number, also = {}) =>
    opened((await office.seal(drawer, from, to, also)).path);
  const recordOf = (k: string) => under.store.record('519901-07', 'visitors', k);

  describe('a bundle', () => {
    test('is applied once; a second time changes not one byte', async () => {
      office.visitors(3);
      office.write(
        { op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678' } },
        { op: 'X', k: '07-000002', b: 1, v: 2, d: {} },
      );
      const bundle = await sealed(1);
      expect(await take(under.store, bundle)).toBe('applied');
      const once = await contentOf(under);
      expect(await take(under.store, bundle)).toBe('I502');
      expect(checksumOf(await contentOf(under))).toBe(checksumOf(once));
      expect(await recordOf(FIRST)).toMatchObject({
        v: 2,
        live: true,
        fields: { matter: '问路', phone: '15400015678' },
      });
      expect(await recordOf('07-000002')).toMatchObject({ v: 2, live: false });
      expect((await under.store.records('519901-07', 'visitors')).map(({ k }) => k)).toEqual([
        FIRST,
        '07-000003',
      ]);
      expect(await under.store.applied('519901-07')).toEqual({ 1: { n: 5, chain: office.chainAt(5) } });
    });

    test('judged before somebody else applied it is not applied a second time', async () => {
      office.visitors(3);
      const bundle = await sealed(1);
      await under.store.apply(bundle, 1, NOW);
      await expect(under.store.apply(bundle, 1, NOW)).rejects.toMatchObject({ code: 'STORE_MOVED' });
      expect(await under.store.applied('519901-07')).toEqual({ 1: { n: 3, chain: office.chainAt(3) } });
    });

    test('asked for twice at the same moment is in once', async () => {
      office.visitors(40);
      const bundle = await sealed(1);
      const both = await Promise.allSettled([
        under.store.apply(bundle, 1, NOW),
        under.store.apply(bundle, 1, NOW),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(
        await under.query(
          under.isPostgres
            ? 'SELECT count(*)::int AS n FROM station.lines'
            : 'SELECT count(*) AS n FROM lines',
        ),
      ).toEqual([{ n: 40 }]);
    });

    test('with a gap before it waits, and overlapping lines must be the same: E503, E504, E506', async () => {
      office.visitors(3);
      const first = await sealed(1);
      office.visitors(3);
      const second = await sealed(4);
      expect(await take(under.store, second)).toBe('E503');
      expect(await take(under.store, first)).toBe('applied');
      const overlapping = await sealed(2, 6);
      expect(await take(under.store, overlapping)).toBe('applied');
      expect(await take(under.store, second)).toBe('applied');

      const forked = storeOffice();
      forked.visitors(2);
      forked.write({ d: { matter: '咨询' } });
      forked.visitors(5);
      expect(await take(under.store, await opened((await forked.seal(drawer, 1)).path))).toBe('E506');
      const later = await opened((await forked.seal(drawer, 7, 8, { seq: 9 })).path);
      expect(await take(under.store, later)).toBe('E504');
    });

    test('whose overlap differs, whose chain ends elsewhere, is taken back whole: E504, E605', async () => {
      office.visitors(3);
      await take(under.store, await sealed(1));
      office.visitors(3);
      const bundle = await sealed(3, 6);
      const before = checksumOf(await contentOf(under));
      const bent = (n: number) => ({
        ...bundle,
        async *lines() {
          for await (const line of bundle.lines())
            yield line.n === n ? { ...line, chain: Buffer.alloc(32) } : line;
        },
      });
      await expect(under.store.apply(bent(3), 4, NOW)).rejects.toMatchObject({ code: 'E504' });
      await expect(under.store.apply(bent(6), 4, NOW)).rejects.toMatchObject({ code: 'E605' });
      expect(checksumOf(await contentOf(under))).toBe(before);
      expect(await take(under.store, bundle)).toBe('applied');
    });

    test('that counts other live rows, or skips a version, is taken back whole: E606, E612', async () => {
      office.visitors(3);
      await take(under.store, await sealed(1));
      const before = checksumOf(await contentOf(under));
      office.visitors(1);
      expect(await take(under.store, await sealed(4, 4, { live: { visitors: 9 } }))).toBe('E606');
      office.write({ op: 'U', k: FIRST, b: 5, v: 6, d: { people: 2 } });
      expect(await take(under.store, await sealed(4, 5))).toBe('E612');
      expect(checksumOf(await contentOf(under))).toBe(before);
    });

    test('that the store cannot take leaves nothing, and is taken once it can', async () => {
      office.visitors(3);
      await take(under.store, await sealed(1));
      const before = checksumOf(await contentOf(under));
      office.visitors(3);
      const bundle = await sealed(4);
      await under.breakAt(5);
      await expect(take(under.store, bundle)).rejects.toHaveProperty('code');
      expect(checksumOf(await contentOf(under))).toBe(before);
      await under.mend();
      expect(await take(under.store, bundle)).toBe('applied');
    });

    test('of many pages keeps each line, whatever stands in it', async () => {
      const odd = ['\\', '\\N', '\\.', 'a\tb', 'c\nd', '\r', '"', '😀', '＝1+1', "'; DROP TABLE lines; --"];
      for (let i = 0; i < 4100; i += 1) office.write({ d: { name: `${odd[i % odd.length] ?? ''}${i}` } });
      expect(await take(under.store, await sealed(1))).toBe('applied');
      const { lines, records } = await contentOf(under);
      expect(lines.map(({ line }) => line)).toEqual(office.lines());
      expect(records).toHaveLength(4100);
    });
  });

  describe('a record that the office forgot', () => {
    test('loses its fields and the text of its lines; its place in the chain stays', async () => {
      office.visitors(3);
      await take(under.store, await sealed(1));
      office.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678' } }, forgetting(FIRST, 3));
      await take(under.store, await sealed(4));
      const { lines, records } = await contentOf(under);
      const gone = [1, 4].map((n) =>
        encodeForgotten({ n, leaf: leafOf(office.lines()[n - 1] ?? '').toString('hex') }),
      );
      expect([lines[0]?.['line'], lines[3]?.['line']]).toEqual(gone);
      expect(JSON.stringify([lines, records])).not.toMatch(/访客1|15400015678/);
      expect(lines.map(({ h }) => h)).toEqual([1, 2, 3, 4, 5].map(office.chainAt));
      expect(await recordOf(FIRST)).toMatchObject({
        v: 3,
        live: false,
        fields: { matter: '问路', people: 1 },
      });
    });

    test('is nothing that anything may follow, and lines that came forgotten are kept as they are', async () => {
      office.visitors(2);
      office.write(forgetting(FIRST, 2));
      const text = office.lines()[0] ?? '';
      const blank = encodeForgotten({ n: 1, leaf: leafOf(text).toString('hex') });
      const lines = [blank, ...office.lines().slice(1)];
      expect(await take(under.store, await sealed(1, 3, { lines }))).toBe('applied');
      expect((await contentOf(under)).lines[0]?.['line']).toBe(blank);
      office.write({ op: 'U', k: FIRST, b: 2, v: 3, d: { people: 2 } });
      expect(await take(under.store, await sealed(4))).toBe('E612');
    });
  });

  describe('an office that was restored', () => {
    test('goes on from the point it went back to, and its records with it', async () => {
      office.visitors(6);
      await take(under.store, await sealed(1));
      const back = storeOffice({ epoch: 2, base: { epoch: 1, n: 4, chain: office.chainAt(4) } });
      back.write({ k: '07-000005', d: { matter: '咨询' } });
      const path = (await back.seal(drawer, 1, 1, { live: { visitors: 5 } })).path;
      expect(await take(under.store, await opened(path))).toBe('applied');
      expect((await under.store.records('519901-07', 'visitors')).map(({ k }) => k)).toEqual(
        [1, 2, 3, 4, 5].map((n) => `07-00000${n}`),
      );
      expect(await recordOf('07-000005')).toMatchObject({ v: 1, fields: { matter: '咨询' } });
      expect(await recordOf('07-000006')).toBeNull();
      expect(Object.keys(await under.store.applied('519901-07'))).toEqual(['1', '2']);
    });
  });

  describe('what the station itself did', () => {
    test('is remembered by the next run: epoch, keyset, clock, receipts', async () => {
      const { store } = under;
      expect([
        await store.epoch(),
        await store.keysetVersion(),
        await store.lastReceipt('519901-07', 1),
      ]).toEqual([null, 0, null]);
      await store.setEpoch({ epoch: 3, tag: '0a1b2c3d' });
      await store.setKeysetVersion(4);
      await store.setKeysetVersion(2);
      expect(await store.maxSeen(NOW)).toBe(NOW);
      expect(await store.maxSeen('2020-01-01T00:00:00.000Z')).toBe(NOW);
      for (const seq of [1, 2])
        await store.addReceipt(
          '519901-07',
          { stationEpoch: 3, seq, manifestSha256: `${seq}`.repeat(64), file: 'x' },
          NOW,
        );
      const again = await under.reopen();
      expect(await again.epoch()).toEqual({ epoch: 3, tag: '0a1b2c3d' });
      expect(await again.keysetVersion()).toBe(4);
      expect(await again.lastReceipt('519901-07', 3)).toEqual({ seq: 2, manifestSha256: '2'.repeat(64) });
      expect(await again.lastReceipt('519901-07', 2)).toBeNull();
    });

    test('an answer is carried until the office’s own line shows it, and is never another one', async () => {
      const { store } = under;
      office.visitors(2);
      await take(store, await sealed(1));
      const record = await recordOf(FIRST);
      if (record === null) throw new Error('no record');
      const { ledger, k, v, leaf } = record;
      const given = {
        ledger,
        k,
        v,
        leaf,
        answer: 'approve',
        reviewer: '郑审核',
        second: null,
        reason: '',
        at: NOW,
      } as const;
      await store.addDecision('519901-07', given);
      await store.addDecision('519901-07', {
        ...given,
        answer: 'unsealed',
        reason: '复议',
        at: '2026-11-23T09:00:00.000Z',
      });
      expect(await store.openDecisions('519901-07')).toHaveLength(2);
      expect(await store.answerTo('519901-07', record)).toEqual(given);
      await expect(store.addDecision('519901-07', { ...given, answer: 'deny' })).rejects.toHaveProperty(
        'code',
      );
      office.write(
        { op: 'U', k: FIRST, b: 1, v: 2, d: { people: 2 } },
        { op: 'A', k: FIRST, b: 2, v: 2, d: { event: 'unsealed', at: '2026-11-23T09:00:00.000Z' } },
      );
      await take(store, await sealed(3));
      expect(await store.openDecisions('519901-07')).toEqual([]);
    });

    test('each verdict is logged, the latest stands, and what is held names what it waits for', async () => {
      const { store } = under;
      const place = { office: '519901-07', sealed_epoch: 1, seq: 2, epoch: 1, range: { from: 4, to: 6 } };
      const file = { name: 'b.jwb', sha256: 'b'.repeat(64), bytes: 10, place, detail: '' };
      const missing = { epoch: 1, from: 1, to: 3 };
      await store.note({ ...file, disposition: 'hold', code: 'E503', missing }, NOW);
      await store.note(
        {
          ...file,
          name: 'a.jwb',
          sha256: 'a'.repeat(64),
          place: null,
          disposition: 'hold',
          code: 'E203',
          missing: null,
        },
        NOW,
      );
      expect((await store.holds()).map(({ name, missing: range }) => [name, range])).toEqual([
        ['a.jwb', null],
        ['b.jwb', missing],
      ]);
      expect(await store.takenPlace(file.sha256)).toBeNull();
      await store.note({ ...file, disposition: 'apply', code: null, missing: null }, NOW);
      expect(await store.takenPlace(file.sha256)).toEqual(place);
      await store.note({ ...file, disposition: 'quarantine', code: 'E504', missing: null }, NOW);
      await store.note(
        { ...file, name: 'x', sha256: null, place: null, disposition: 'refuse', code: 'E104', missing: null },
        NOW,
      );
      await store.note(
        {
          ...file,
          name: 'c.jwb',
          sha256: 'c'.repeat(64),
          place: null,
          disposition: 'refuse',
          code: 'E201',
          missing: null,
        },
        NOW,
      );
      expect((await store.holds()).map(({ name }) => name)).toEqual(['a.jwb']);
      const report = await store.report('519901-07', '2026-01-01');
      expect(report).toMatchObject({
        lastBundle: null,
        live: {},
        held: [],
        refused: [{ name: 'b.jwb', code: 'E504', at: NOW }],
      });
      expect(await store.strangers('2026-01-01')).toEqual([{ name: 'c.jwb', code: 'E201', at: NOW }]);
    });

    test('the report counts bundles and changes, never people', async () => {
      office.visitors(3);
      await take(under.store, await sealed(1));
      office.write({ op: 'X', k: FIRST, b: 1, v: 2, d: {} });
      await take(under.store, await sealed(4), '2026-11-30T08:00:00.000Z');
      const report = await under.store.report('519901-07', '2026-11-24');
      expect(report).toEqual({
        office: '519901-07',
        lastBundle: {
          sealedEpoch: 1,
          seq: 2,
          epoch: 1,
          from: 4,
          to: 4,
          sealedAt: '2026-11-23T15:00:00.000+08:00',
          receivedAt: '2026-11-30T08:00:00.000Z',
        },
        applied: [{ epoch: 1, n: 4, chain: office.chainAt(4) }],
        live: { visitors: 2 },
        since: { bundles: 1, changes: { visitors: { I: 0, U: 0, X: 1 } } },
        held: [],
        refused: [],
      });
    });

    test('keys, sticks and snapshots are noted', async () => {
      const { store } = under;
      office.visitors(1);
      const bundle = await sealed(1);
      expect(await store.echo('519901-07')).toBeNull();
      await take(store, bundle);
      expect(await store.echo('519901-07')).toEqual({ epoch: 1, seq: 1, keyset: bundle.manifest.to.keyset });
      const admission = {
        manifestSha256: 'd'.repeat(64),
        office: '519901-07',
        sealedEpoch: 1,
        seq: 9,
        reviewer: '郑审核',
        second: '冯复核',
        reason: '途中',
        account: 'duty',
      };
      for (const reason of ['途中', '再次']) await store.addAdmission({ ...admission, reason }, NOW);
      expect([await store.isAdmitted('d'.repeat(64)), await store.isAdmitted('e'.repeat(64))]).toEqual([
        true,
        false,
      ]);
      await store.addLostStick({ serial: '03', reason: '遗失', account: 'duty' }, NOW);
      expect(await store.lostSticks()).toEqual([{ serial: '03', reason: '遗失', account: 'duty', at: NOW }]);
      const snapshot = {
        office: '519901-07',
        epoch: 1,
        n: 1,
        manifestSha256: 'f'.repeat(64),
        file: 'a'.repeat(64),
        rows: 1,
        verdict: 'unknown',
        detail: '',
      } as const;
      await store.addSnapshot(snapshot, NOW);
      await store.addSnapshot({ ...snapshot, verdict: 'same' }, NOW);
      expect(await store.snapshot('519901-07', 'f'.repeat(64))).toEqual({ ...snapshot, verdict: 'same' });
      expect(await store.lastSnapshot('519901-07')).toEqual({ ...snapshot, verdict: 'same', at: NOW });
    });

    test('what is sent down is kept until the office answers it, and goes with the record it is about', async () => {
      const { store } = under;
      office.visitors(2);
      await take(store, await sealed(1));
      const leaf = (await recordOf(FIRST))?.leaf ?? '';
      const about = { ledger: 'visitors', k: FIRST, v: 1, leaf };
      const correction = {
        kind: 'correction',
        id: 'c'.repeat(16),
        facts: '{}',
        words: '{"reason":"核对"}',
        about,
      } as const;
      const order = {
        kind: 'order',
        id: 'd'.repeat(16),
        facts: '{}',
        words: '{"title":"巡逻"}',
        about: null,
      } as const;
      await store.addSending('519901-07', correction, NOW);
      await store.addSending('519901-07', order, NOW);
      await store.endSending('519901-07', order.id, '{"why":"取消"}');
      const kept = await store.sendings('519901-07', 'order');
      expect(kept).toMatchObject([{ ...order, ended: '{"why":"取消"}', stands: true, answer: null }]);
      expect(await store.schemaOf('519901-07')).toBe(20);
      office.write({ op: 'U', k: FIRST, b: 1, v: 2, d: { people: 2 } }, forgetting(FIRST, 3));
      expect(await take(store, await sealed(3))).toBe('applied');
      expect(await store.sendings('519901-07', 'correction')).toMatchObject([
        { id: correction.id, words: '' },
      ]);
    });

    test('a walk over the records goes by their bytes, page by page', async () => {
      for (const k of ['b-1', 'B-1', 'a-2', 'a-10']) office.write({ k });
      await take(under.store, await sealed(1));
      const walked: string[] = [];
      for (let last: { ledger: string; record: string } | null = null; ;) {
        const page: Awaited<ReturnType<typeof under.store.recordsBehind>> = await under.store.recordsBehind(
          '519901-07',
          last,
          2,
        );
        if (page.length === 0) break;
        walked.push(...page.map(({ record }) => record));
        last = page.at(-1) ?? null;
      }
      expect(walked).toEqual(['B-1', 'a-10', 'a-2', 'b-1']);
    });
  });

  describe('an extract for an audit', () => {
    const all = async (kind: ExtractKind, wish: Partial<ExtractWish> = {}) => {
      const rows: ExtractRow[] = [];
      for (let last: ExtractRow | null = null; ;) {
        const asked = { kind, office: null, since: null, ...wish };
        const page: readonly ExtractRow[] = await under.store.extract(asked, last, 2);
        if (page.length === 0) return rows;
        rows.push(...page);
        last = page.at(-1) ?? null;
      }
    };

    test('tells what was done to which number, and nothing about a person or a matter nobody is told of', async () => {
      office.write(
        { d: { name: '访客甲', matter: '问路', people: 1 } },
        { l: 'statutory_matters', k: '07-000002', d: { person: '某甲', category: 'SM01' } },
        { l: 'care_consents', k: '07-000003', d: { person: '某乙' } },
        { l: 'disputes', k: '07-000004', d: { violence: true, title: '争吵' } },
        { op: 'U', k: FIRST, b: 1, v: 2, d: { phone: '15400015678', state: 'archived' } },
        { op: 'V', k: FIRST, b: 0, v: 0, d: { call: 'visitors.reveal' }, why: '回访访客甲' },
      );
      await take(under.store, await sealed(1));
      const lines = await all('lines');
      const told = { at: '2026-11-23T07:00:00.000Z', actor: '07-000002', via: 'desk' };
      const untold = {
        at: null,
        actor: null,
        via: null,
        ledger: null,
        record: null,
        op: null,
        v: null,
        changed: null,
      };
      expect(lines).toEqual(
        [
          { ...told, ledger: 'visitors', record: FIRST, op: 'I', v: 1, changed: 'matter people' },
          untold,
          untold,
          { ...told, ledger: 'disputes', record: '07-000004', op: 'I', v: 1, changed: null },
          { ...told, ledger: 'visitors', record: FIRST, op: 'U', v: 2, changed: 'state' },
          { ...told, ledger: 'visitors', record: FIRST, op: 'V', v: 0, changed: null },
        ].map((row, i) => ({
          office: '519901-07',
          epoch: 1,
          n: i + 1,
          ...row,
          leaf: leafOf(office.lines()[i] ?? '').toString('hex'),
          chain: office.chainAt(i + 1),
        })),
      );
      const records = await all('records');
      expect(records).toEqual([
        {
          office: '519901-07',
          ledger: 'disputes',
          record: '07-000004',
          v: 1,
          state: 'live',
          n: 4,
          fields: '{}',
        },
        {
          office: '519901-07',
          ledger: 'visitors',
          record: FIRST,
          v: 2,
          state: 'live',
          n: 5,
          fields: expect.any(String) as string,
        },
      ]);
      expect(JSON.parse(String(records[1]?.['fields']))).toEqual({
        matter: '问路',
        people: 1,
        state: 'archived',
      });
      expect(JSON.stringify([lines, records])).not.toMatch(/访客|某甲|某乙|1540|争吵|SM01|violence|reveal/);
    });

    test('can be of one office, and of what came since a day', async () => {
      office.visitors(2);
      const first = await sealed(1);
      await take(under.store, first);
      office.write(forgetting(FIRST, 2));
      await take(under.store, await sealed(3), '2026-11-30T08:00:00.000Z');
      expect((await all('bundles')).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await all('bundles', { since: '2026-11-24' })).toMatchObject([{ seq: 2, from_n: 3, to_n: 3 }]);
      expect((await all('lines', { since: '2026-11-24' })).map(({ n }) => n)).toEqual([3]);
      expect((await all('lines', { office: '519901-08' })).length).toBe(0);
      const [forgotten] = await all('lines');
      expect(forgotten).toMatchObject({
        n: 1,
        at: null,
        record: null,
        leaf: leafOf(office.lines()[0] ?? '').toString('hex'),
      });
      expect((await all('records')).map(({ state }) => state)).toEqual(['forgotten', 'live']);
      expect(await under.store.bundlesOf('519901-07')).toMatchObject([
        { seq: 1, receivedAt: NOW, counts: { visitors: { made: 2, changed: 0, retired: 0, live: 2 } } },
        { seq: 2, counts: { visitors: { made: 0, live: 1 } } },
      ]);
    });
  });

  describe('the store itself', () => {
    test('lets nobody change or remove a line, a bundle, a verdict, a receipt or a look', async () => {
      office.visitors(3);
      await take(under.store, await sealed(1));
      const look = {
        verb: 'pending',
        office: '519901-07',
        ledger: 'visitors',
        record: FIRST,
        account: 'duty',
        reviewer: '',
        reason: '',
      };
      await under.store.noteLooks([look, look], NOW);
      const at = under.isPostgres ? 'station.' : '';
      expect(await under.query(`SELECT verb, record FROM ${at}looks`)).toHaveLength(2);
      await under.store.addReceipt(
        '519901-07',
        { stationEpoch: 1, seq: 1, manifestSha256: 'a'.repeat(64), file: 'x' },
        NOW,
      );
      await under.store.note(
        {
          name: 'x',
          sha256: null,
          bytes: 0,
          place: null,
          disposition: 'refuse',
          code: 'E104',
          detail: '',
          missing: null,
        },
        NOW,
      );
      for (const [table, column] of [
        ['lines', 'line'],
        ['bundles', 'manifest'],
        ['verdicts', 'detail'],
        ['receipts', 'file'],
        ['looks', 'reason'],
      ]) {
        await expect(under.query(`DELETE FROM ${at}${table ?? ''}`)).rejects.toThrow('append only');
        await expect(under.query(`UPDATE ${at}${table ?? ''} SET ${column ?? ''} = 'x'`)).rejects.toThrow(
          'append only',
        );
      }
      const columns = under.isPostgres
        ? 'office, epoch, n + 2, line, h, op, ledger, record'
        : 'office, epoch, n + 2, line, h';
      await expect(
        under.query(`INSERT INTO ${at}lines SELECT ${columns} FROM ${at}lines WHERE n = 3`),
      ).rejects.toThrow('not dense');
    });
  });
}
