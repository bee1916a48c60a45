/** What every ledger owes, whatever it is about. A new ledger adds its sample here and is held to all of it. */
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import {
  tableName,
  type Changes,
  type Ledger,
  type LedgerTable,
  type NewRow,
} from '#main/db/ledger-table.ts';
import { verifyStore } from '#main/db/verify.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { CARE_RIGHTS_SAMPLES } from './care-rights-samples.ts';
import { DISPUTE_SAMPLES } from './dispute-samples.ts';
import { failureOfWork } from './failures.ts';
import { SENT_SAMPLES } from './sent-samples.ts';
import { STATUTORY_SAMPLES } from './statutory-samples.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from './store.ts';
import { enquiry } from './visits.ts';

interface Sample {
  readonly values: (desk: Pick<TestStore, 'auxiliary' | 'clock'>) => Record<string, unknown>;
  /** Fields and what they are changed to; all differ from the values. */
  readonly change: Record<string, unknown>;
}

/** What must be unique differs from sample to sample. */
let serial = 0;
const origin = { source: 'desk', synthetic: true } as const;
const unverified = { verifiedOn: null, verifiedBy: null, verifiedHow: null } as const;

export const SAMPLES: Readonly<Record<LedgerName, Sample>> = {
  office: {
    values: () => ({
      code: OFFICE_CODE,
      name: '胜利社区警务室',
      stationName: '青禾镇派出所',
      language: 'zh',
      gridRange: '',
      address: '',
      hours: '',
      phone: '',
      stationPhone: '',
      leaderPhone: '',
      supervisionPhone: '',
      idleMinutes: 5,
      backupFolder: '',
    }),
    change: { address: '青禾镇胜利路 8 号', idleMinutes: 10 },
  },
  staff: {
    values: () => ({
      name: '赵敏',
      login: `login${(serial += 1)}`,
      role: 'auxiliary',
      badgeNo: 'F0799',
      phone: '',
    }),
    change: { name: '赵敏敏', role: 'officer' },
  },
  visitors: {
    values: (desk) => ({
      ...newVisit(
        { ...enquiry, name: '张欣', phone: '15400015678' },
        desk.auxiliary,
        desk.clock.now(),
        OFFICE_CODE,
      ),
      synthetic: isSyntheticOffice(OFFICE_CODE),
    }),
    change: { name: null, summary: '办居住证', papersChecked: true, people: 2 },
  },
  grids: {
    values: () => ({
      kind: 'civil',
      code: `胜利${(serial += 1)}`,
      name: '胜利网格',
      policeGrid: null,
      keeper: '',
    }),
    change: { policeGrid: '03', keeper: '张网格' },
  },
  addresses: {
    values: () => ({
      parentId: null,
      kind: 'compound',
      name: `青禾苑${(serial += 1)}`,
      line: '青禾苑',
      floor: null,
      aliases: '老纺织厂',
      division: '519901',
      communityCode: '',
      policeGrid: '03',
      civilGrid: null,
      state: 'in-use',
      quiet: false,
      bestTime: '',
      mergedInto: null,
      batchId: null,
      ...origin,
    }),
    change: { quiet: true, bestTime: '18点后', civilGrid: '胜利01' },
  },
  dwellings: {
    values: () => ({
      addressId: `07-${String((serial += 1)).padStart(6, '0')}`,
      use: 'let',
      ownerName: '周明',
      ownerPhone: '15400000011',
      rentalUse: '02',
      landlordName: '周明',
      landlordPhone: '15400000011',
      agentName: null,
      agentPhone: null,
      letFrom: '2026-01-01',
      letTo: null,
      occupants: 2,
      pledgeOn: null,
      safetyCheckedOn: null,
      ...unverified,
      batchId: null,
      ...origin,
    }),
    change: { pledgeOn: '2026-03-01', occupants: 3, verifiedOn: '2026-03-01' },
  },
  households: {
    values: () => ({
      addressId: '07-000001',
      kind: 'family',
      number: '5199010001',
      batchId: null,
      ...origin,
    }),
    change: { kind: 'collective', number: '' },
  },
  residents: {
    values: () => ({
      name: '𬭎㛃',
      otherName: null,
      idType: '111',
      idNumber: '519901198001010017',
      sex: '1',
      birthDate: '1980-01-01',
      phone: '15400015678',
      phone2: null,
      phone3: null,
      addressId: '07-000001',
      registerAddress: '青禾镇胜利路 8 号',
      registerDivision: '519901',
      residenceType: 'registered',
      housing: '01',
      householdId: null,
      relation: '02',
      stayFrom: null,
      stayUntil: null,
      guardianId: null,
      emergencyContact: null,
      emergencyConsent: false,
      noticeGivenOn: null,
      outState: null,
      outOn: null,
      ...unverified,
      retainUntil: null,
      mergedInto: null,
      batchId: null,
      ...origin,
    }),
    change: { phone: null, outState: 'moved', outOn: '2026-11-01', retainUntil: '2027-11-01' },
  },
  home_visits: {
    values: (desk) => ({
      addressId: '07-000001',
      visitedAt: desk.clock.now(),
      purpose: 'verify',
      result: 'nobody',
      how: 'visit',
      companion: null,
      nextDueOn: '2026-12-01',
      retainUntil: '2029-11-23',
      ...origin,
    }),
    change: { result: 'met', nextDueOn: null },
  },
  units: {
    values: () => ({
      name: '演示便利店',
      creditCode: null,
      type: 'shop',
      addressId: '07-000001',
      keeperName: '吴强',
      keeperPhone: '15400000021',
      securityName: null,
      securityPhone: null,
      hours: '8:00—22:00',
      staffBand: 'under-10',
      smallPlace: 'shop',
      keySince: null,
      keyDecision: null,
      ...origin,
    }),
    change: { keySince: '2026-01-05', keyDecision: '演示政发〔2026〕1号', keeperPhone: null },
  },
  unit_checks: {
    values: () => ({
      unitId: '07-000001',
      checkedOn: '2026-11-20',
      officer: '07-000002',
      companion: null,
      guardDuty: 'fine',
      keyPositions: 'not-applicable',
      fireExits: 'fault',
      extinguishers: 'fine',
      wiring: 'fine',
      gas: 'not-applicable',
      hotelBook: 'not-applicable',
      finding: '后门被货物堵住',
      fixedOnSite: false,
      noticeNo: '整改2026-11',
      deadline: '2026-12-01',
      recheckedOn: null,
      recheckResult: null,
      retainUntil: '2029-11-20',
      ...origin,
    }),
    change: { recheckedOn: '2026-12-01', recheckResult: 'put-right' },
  },
  ...DISPUTE_SAMPLES,
  ...CARE_RIGHTS_SAMPLES,
  ...STATUTORY_SAMPLES,
  ...SENT_SAMPLES,
};

/** What a line of a new record tells: an empty field needs no words. */
function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

export function ledgerSuite(ledger: Ledger): void {
  const { name, table } = ledger;
  const stored = tableName(table);
  const sample = SAMPLES[name];
  // The suite speaks of any ledger, so its values are held by the columns at run time, not by types.
  const change = sample.change as Changes<LedgerTable>;

  /** One saved record in a store of its own. */
  function saved() {
    const desk = openTestStore();
    const values = sample.values(desk) as NewRow<LedgerTable>;
    const row = desk.journal.write(desk.officer, (write) => write.put(ledger, values, '试一试'));
    return { desk, values, id: String(row['id']) };
  }

  const rowIn = (desk: TestStore, id: string) =>
    desk.store.raw.prepare(`SELECT * FROM ${stored} WHERE id = ?`).get(id) as Record<string, unknown>;
  const lastLine = (desk: TestStore) => parseChange(desk.lines().at(-1) ?? '');
  const proves = (desk: TestStore) => verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);

  describe(`the ledger ${name}`, () => {
    test('saves a record with its stamps and exactly one line that tells all of it', () => {
      const { desk, values, id } = saved();
      const row = rowIn(desk, id);
      const line = lastLine(desk);
      expect(id).toMatch(/^07-\d{6}$/);
      expect(row).toMatchObject({
        revision: 1,
        change_n: line.n,
        created_by: desk.officer.staff,
        retired_at: null,
      });
      expect(line).toMatchObject({
        u: desk.officer.staff,
        via: 'desk',
        l: name,
        k: id,
        op: 'I',
        b: 0,
        v: 1,
        d: filled(values),
        why: '试一试',
      });
      expect(line.r === undefined).toBe(!ledger.personal);
      expect(proves(desk).rows[name]).toBeGreaterThan(0);
    });

    test('changes fields in one line that names only them, and keeps who made it', () => {
      const { desk, id } = saved();
      const before = desk.lines().length;
      desk.clock.forward({ minutes: 5 });
      const row = desk.journal.write(desk.auxiliary, (write) => write.patch(ledger, id, 1, change));
      expect(row).toMatchObject({ ...sample.change, revision: 2 });
      expect(desk.lines()).toHaveLength(before + 1);
      expect(lastLine(desk)).toMatchObject({
        op: 'U',
        k: id,
        b: 1,
        v: 2,
        d: sample.change,
        u: desk.auxiliary.staff,
      });
      expect(Object.keys(lastLine(desk).d).sort()).toEqual(Object.keys(sample.change).sort());
      expect(rowIn(desk, id)).toMatchObject({
        created_by: desk.officer.staff,
        updated_by: desk.auxiliary.staff,
        updated_at: desk.clock.now(),
      });
      proves(desk);
    });

    test('writes nothing when nothing differs', () => {
      const { desk, values, id } = saved();
      const before = desk.lines();
      const row = desk.journal.write(desk.officer, (write) => write.patch(ledger, id, 1, values));
      expect(row['revision']).toBe(1);
      expect(desk.lines()).toEqual(before);
    });

    test('refuses a change of what somebody else changed first, and says what stands now', () => {
      const { desk, id } = saved();
      desk.journal.write(desk.officer, (write) => write.patch(ledger, id, 1, change));
      const before = desk.lines();
      for (const revision of [0, 1, 3])
        expect(
          failureOfWork(() =>
            desk.journal.write(desk.officer, (write) => write.patch(ledger, id, revision, change)),
          ),
        ).toEqual({ code: 'stale', revision: 2 });
      expect(
        failureOfWork(() => desk.journal.write(desk.officer, (write) => write.retire(ledger, id, 1, '错录'))),
      ).toEqual({ code: 'stale', revision: 2 });
      expect(desk.lines()).toEqual(before);
    });

    test('takes a record out with a reason; after that it is missing and its row stays', () => {
      const { desk, id } = saved();
      desk.journal.write(desk.officer, (write) => write.retire(ledger, id, 1, '错录'));
      expect(lastLine(desk)).toMatchObject({ op: 'X', k: id, b: 1, v: 2, d: {}, why: '错录' });
      expect(rowIn(desk, id)).toMatchObject({ revision: 2, retired_at: desk.clock.now() });
      for (const again of [
        () => desk.journal.write(desk.officer, (write) => write.patch(ledger, id, 2, change)),
        () => desk.journal.write(desk.officer, (write) => write.retire(ledger, id, 2, '再来')),
        () => desk.journal.write(desk.officer, (write) => write.patch(ledger, '07-999999', 1, change)),
      ])
        expect(failureOfWork(again)).toEqual({ code: 'missing' });
      proves(desk);
    });

    test('brings a record back that was taken out, as it was but for what is changed', () => {
      const { desk, id } = saved();
      const revive = (revision: number) =>
        failureOfWork(() =>
          desk.journal.write(desk.officer, (write) => write.revive(ledger, id, revision, {})),
        );
      expect(revive(1)).toEqual({ code: 'missing' });
      const before = rowIn(desk, id);
      desk.journal.write(desk.officer, (write) => write.retire(ledger, id, 1, '错录'));
      expect(revive(1)).toEqual({ code: 'stale', revision: 2 });
      const row = desk.journal.write(desk.auxiliary, (write) => write.revive(ledger, id, 2, change, '撤销'));
      expect(row).toMatchObject({ ...sample.change, revision: 3, retiredAt: null });
      expect(lastLine(desk)).toMatchObject({ op: 'U', k: id, b: 2, v: 3, d: sample.change, why: '撤销' });
      expect(rowIn(desk, id)).toMatchObject({ created_at: before['created_at'], retired_at: null });
      proves(desk);
    });

    test('gives ids without a gap, also where a write was taken back', () => {
      const { desk, id } = saved();
      expect(() =>
        desk.journal.write(desk.officer, (write) => {
          write.put(ledger, sample.values(desk) as NewRow<LedgerTable>);
          throw new Error('the power went');
        }),
      ).toThrow('the power went');
      const next = desk.journal.write(desk.officer, (write) =>
        write.put(ledger, sample.values(desk) as NewRow<LedgerTable>),
      );
      expect(Number(String(next['id']).slice(3)) - Number(id.slice(3))).toBe(1);
      proves(desk);
    });

    test('cannot be written behind the back of the journal, even with the writing connection in hand', () => {
      const { desk, id } = saved();
      const raw = desk.store.write;
      const n = lastLine(desk).n;
      const insert = `INSERT INTO ${stored} SELECT ${columnsOf(ledger)
        .map((column) => (column === 'id' ? `'07-900000'` : UNIQUE.has(column) ? `${column} || 'x'` : column))
        .join(', ')} FROM ${stored} WHERE id = '${id}'`;
      const bypasses = [
        // A change without a line; with the line of another change; with a revision that jumps; of the id.
        `UPDATE ${stored} SET revision = 2 WHERE id = '${id}'`,
        `UPDATE ${stored} SET updated_by = 'x' WHERE id = '${id}'`,
        `UPDATE ${stored} SET revision = 2, change_n = ${n + 1} WHERE id = '${id}'`,
        `UPDATE ${stored} SET revision = 3, change_n = ${n} WHERE id = '${id}'`,
        `UPDATE ${stored} SET revision = 2, change_n = ${n - 1} WHERE id = '${id}'`,
        `UPDATE ${stored} SET id = '07-900000', revision = 2, change_n = ${n} WHERE id = '${id}'`,
        `DELETE FROM ${stored} WHERE id = '${id}'`,
        `DELETE FROM ${stored}`,
      ];
      const before = rowIn(desk, id);
      for (const sql of bypasses)
        expect(() => raw.exec(sql), sql).toThrow(/write without journal line|no hard delete/);
      // The last line is that of this record: a second row on it is refused as soon as another line has followed.
      desk.journal.write(desk.officer, (write) => write.note('A', 'office', '-', { event: 'test' }));
      expect(() => raw.exec(insert), insert).toThrow(/write without journal line/);
      expect(rowIn(desk, id)).toEqual(before);
      proves(desk);
    });

    test('is declared exactly as it is stored, in a strict table', () => {
      const { desk } = saved();
      const columns = desk.store.raw
        .prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
        .all(stored);
      const declared = getTableConfig(table).columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: Number(column.notNull),
        pk: Number(column.primary),
      }));
      const byName = (rows: unknown[]) =>
        (rows as { name: string }[]).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      expect(byName(columns)).toEqual(byName(declared));
      const strict = desk.store.raw
        .prepare('SELECT strict FROM pragma_table_list WHERE name = ?')
        .pluck()
        .get(stored);
      expect(strict).toBe(1);
    });
  });
}

/** Columns that may not stand twice; a copy of a row needs others. */
const UNIQUE: ReadonlySet<string> = new Set(['login', 'code', 'name', 'address_id']);

function columnsOf(ledger: Ledger): string[] {
  return getTableConfig(ledger.table).columns.map((column) => column.name);
}
