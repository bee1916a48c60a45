/** Two offices that are one to the last byte, but that one of them has entries of every kind and the other has none. */
import { expect } from 'vitest';
import { CATEGORIES, CATEGORY_CODES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import { today } from '#shared/kernel/clock.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { tableName } from '#main/db/ledger-table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { sealedRecordsLedger } from '#main/ledgers/sealed/table.ts';
import type { statutoryMatters } from '#main/ledgers/statutory/tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import { PASSWORD } from '#tests/support/office.ts';
import { openOf, patchMatter, pin, putMatter } from '#tests/support/pinned-office.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { STATUTORY_SAMPLES } from '#tests/support/statutory-samples.ts';
import { openPrivacyOffice, type PrivacyOffice } from '#tests/main/population/privacy/office.ts';

export const COLLEAGUE = { login: 'officer2', name: '赵新' } as const;

export interface Twins {
  readonly full: PrivacyOffice;
  readonly empty: PrivacyOffice;
  /** What must stand in no answer: names, numbers, phones and reasons of the entries. */
  readonly markers: readonly string[];
}

/** @param orders also orders that are in force, which every officer sees */
export async function openTwins({ orders }: { readonly orders: boolean }): Promise<Twins> {
  const station = await makeStation();
  const [full, empty] = [await openPrivacyOffice(), await openPrivacyOffice()];
  let markers: readonly string[] = [];
  for (const office of [full, empty]) {
    const { desk } = office;
    const admin = await office.signIn('administrator');
    await admin.staff.add({ ...COLLEAGUE, role: 'officer', badgeNo: '', phone: '', password: PASSWORD });
    await office.signIn('officer');
    await pin(desk, station);
    for (const { name, table } of LEDGER_TABLES)
      if (isUnseen(name)) expect(rowsOf(office, tableName(table)), name).toBe(0);
    if (office === full) markers = putEntries(office, orders);
    // Days on which people work: what is over is sealed, removed and deleted, and the file is written anew at the lock.
    for (let day = 0; day < 4; day += 1) {
      desk.clock.forward({ days: 1 });
      await office.signIn('officer');
    }
    await desk.office().lock('asked');
  }
  await full.signIn('officer');
  for (const table of ['statutory_matters', 'statutory_duties', 'sealed_records'])
    expect(rowsOf(full, table)).toBeGreaterThan(7);
  return { full, empty, markers };
}

function rowsOf(office: PrivacyOffice, table: string): number {
  return Number(office.opened().store.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

type Entry = Partial<NewRow<typeof statutoryMatters>>;

/** One of each category in each standing, one of them for a resident of the ledger; none is of a person who exists. */
function putEntries({ desk, known }: PrivacyOffice, orders: boolean): string[] {
  const markers: string[] = [];
  const day = today(desk.clock);
  const ended = { endedOn: day, noticeOn: day } as const;
  const standings: readonly Entry[] = [
    {},
    { state: 'provisional', enteredOn: day },
    { state: 'denied', enteredOn: day, denial: '材料不齐乙' },
    { state: 'provisional', enteredOn: '2026-10-01' },
  ];
  let serial = 0;
  const put = (category: CategoryCode, standing: Entry) => {
    serial += 1;
    const digits = String(serial).padStart(3, '0');
    const words = {
      name: `宇文${HAN[serial % 10]}${HAN[Math.floor(serial / 10)]}`,
      documentNumber: `密字〔2026〕9${digits}号`,
      issuer: '隐县人民法院',
      leadBody: '隐镇司法所',
      leadContact: `独孤${HAN[serial % 10]}`,
      leadPhone: `15400091${digits}`,
      ...(CATEGORIES[category].protects
        ? { protectedName: `慕容${HAN[serial % 10]}`, protectedPhone: `15400092${digits}` }
        : {}),
    };
    markers.push(...Object.values(words), standing.denial ?? words.name);
    const residentId = serial === 1 ? known.adult : null;
    return putMatter(desk, category, { ...words, residentId, ...standing }).id;
  };
  for (const category of CATEGORY_CODES)
    for (const standing of standings) {
      const isOrder = CATEGORIES[category].seenBy === 'officers';
      if (isOrder && (standing.state !== undefined || !orders)) continue;
      put(category, standing);
    }
  for (const category of CATEGORY_CODES) patchMatter(desk, put(category, {}), ended);
  openOf(desk).journal.write(systemCaller, (write) =>
    write.put(sealedRecordsLedger, {
      ...STATUTORY_SAMPLES.sealed_records.values(),
      ...SEALED,
      retainUntil: '2026-11-01',
    }),
  );
  return [...new Set(markers)];
}

/** Codes, which the samples of all ledgers together have as any text. */
const SEALED = { from: 'statutory_matters', why: 'ended' } as const;

const HAN = '一二三四五六七八九十';
