/** A staffed office that knows its station, and entries of every kind put straight into its journal. */
import type { CareCode } from '#shared/ledgers/care/care.ts';
import { CATEGORY_CODES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import { firstDuties } from '#shared/ledgers/statutory/duties.ts';
import { verifyStore, type Proof } from '#main/db/verify.ts';
import type { Changes, NewRow } from '#main/db/ledger-table.ts';
import { careConsentsLedger, type careConsents } from '#main/ledgers/care/table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import {
  statutoryDutiesLedger,
  statutoryMattersLedger,
  type MatterEntry,
  type statutoryMatters,
} from '#main/ledgers/statutory/tables.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { systemCaller } from '#main/session/callers.ts';
import { CARE_RIGHTS_SAMPLES } from './care-rights-samples.ts';
import { OFFICE, openTestOffice, type TestOffice } from './office.ts';
import { makeStation, type TestStation } from './station-keys.ts';
import { entryOf } from './statutory-entries.ts';
import { STATUTORY_SAMPLES } from './statutory-samples.ts';
import { tempFolder } from './temp-folder.ts';
import { whenOver } from './when-over.ts';

export interface PinnedOffice extends TestOffice {
  readonly station: TestStation;
}

/** The first person with each role in a staffed office. */
export const STAFF = { administrator: '07-000001', auxiliary: '07-000002', officer: '07-000003' } as const;

/** Signed in as the officer. */
export async function openPinnedOffice(): Promise<PinnedOffice> {
  const desk = await openTestOffice({ staffed: true });
  whenOver(() => desk.dispose());
  const station = await makeStation();
  await desk.signIn('officer');
  await pin(desk, station);
  return Object.assign(desk, { station });
}

export async function pin(desk: TestOffice, station: TestStation): Promise<void> {
  desk.shell.choose(await station.card(tempFolder()));
  const { card } = await desk.counter.station.chooseCard({});
  await desk.counter.station.pin({ card, digits: station.digits });
}

export function openOf(desk: TestOffice): OpenOffice {
  const open = desk.office().session.opened();
  if (open === null) throw new Error('the office is locked');
  return open;
}

/** Every page, line and row of the open store, proved. */
export const proves = (desk: TestOffice): Proof =>
  verifyStore(openOf(desk).store.raw, OFFICE.code, LEDGER_TABLES);

/** An approved entry with its first duties, whoever may or may not enter it. */
export function putMatter(
  desk: TestOffice,
  category: CategoryCode,
  changes: Partial<NewRow<typeof statutoryMatters>> = {},
): MatterEntry {
  const values = {
    ...STATUTORY_SAMPLES.statutory_matters.values(),
    ...entryOf(category),
    officer: STAFF.officer,
    enteredBy: STAFF.officer,
    state: 'approved' as const,
    decidedOn: '2026-11-23',
    reviewer: '郑审核',
    ...changes,
  };
  return openOf(desk).journal.write(systemCaller, (write) => {
    const entry = write.put(statutoryMattersLedger, values);
    for (const { kind, dueOn } of firstDuties(entry, entry.enteredOn))
      write.put(statutoryDutiesLedger, {
        ...STATUTORY_SAMPLES.statutory_duties.values(),
        matterId: entry.id,
        kind,
        dueOn,
      });
    return entry;
  });
}

export const patchMatter = (
  desk: TestOffice,
  id: string,
  changes: Changes<typeof statutoryMatters>,
): void => {
  const { raw } = openOf(desk).store;
  const revision = Number(raw.prepare('SELECT revision FROM statutory_matters WHERE id = ?').pluck().get(id));
  openOf(desk).journal.write(systemCaller, (write) =>
    write.patch(statutoryMattersLedger, id, revision, changes),
  );
};

/** One of each of the eight kinds. */
export const putOneOfEach = (
  desk: TestOffice,
  changes: (category: CategoryCode) => Partial<NewRow<typeof statutoryMatters>> = () => ({}),
): MatterEntry[] => CATEGORY_CODES.map((category) => putMatter(desk, category, changes(category)));

export function putConsent(
  desk: TestOffice,
  category: CareCode,
  changes: Partial<NewRow<typeof careConsents>> = {},
): string {
  const values = {
    ...CARE_RIGHTS_SAMPLES.care_consents.values(),
    state: 'approved',
    approvedBy: STAFF.officer,
    ...changes,
    category,
  } as NewRow<typeof careConsents>;
  return openOf(desk).journal.write(systemCaller, (write) => write.put(careConsentsLedger, values)).id;
}

/** The office is used on some days, one after another, so that its clock is believed; `days` from now in all. */
export async function daysLater(desk: TestOffice, days: number): Promise<void> {
  desk.clock.forward({ days: days - 3 });
  for (let day = 0; day < 3; day += 1) {
    await desk.signIn('officer');
    desk.clock.forward({ days: 1 });
  }
  await desk.signIn('officer');
}
