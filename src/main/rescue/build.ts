/** The store of an office built anew from what its station holds, beside the one that stands here; proved, and closed. */
import { mkdirSync, rmSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { StateTally, encodeSnapshotRow, type OpenedRescue, type RescueManifest } from '#bundle-format';
import type { Language } from '#shared/contract/session.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { baseHere, beginEpoch } from '#main/db/epoch.ts';
import { renewFinders } from '#main/db/finder.ts';
import { openJournal, type Desk } from '#main/db/journal.ts';
import { liveRecords } from '#main/db/live-records.ts';
import { migrate } from '#main/db/migrate.ts';
import type { Store } from '#main/db/open.ts';
import type { Progress } from '#main/db/steps.ts';
import { rebuild, type Lacking, type Rebuilder } from '#main/db/rebuild.ts';
import { officeKeys, receipts, stations } from '#main/db/shelf-tables.ts';
import { verifyStore } from '#main/db/verify.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { officeRow } from '#main/office/service.ts';
import { officeLedger } from '#main/office/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { staff, staffLedger } from '#main/staff/table.ts';
import type { Collected } from './collect.ts';

/** Lines between two turns of everybody else: a key press must not wait longer. */
const TURN = 500;

export interface BuildOrder {
  readonly open: OpenOffice;
  readonly collected: Collected;
  /** The person who set this office up: administrator of what comes back. */
  readonly administrator: string;
  /** Lines that are known to have been written and that the station never had. */
  readonly lost: { readonly epoch: number; readonly from: number; readonly to: number } | null;
  readonly onProgress: (progress: Progress) => void;
}

/** Into `folder.restore`, from where it is put in place; what stands over the door of it. Nothing else is touched. */
export async function buildRescued(order: BuildOrder): Promise<{ officeName: string; language: Language }> {
  const { folder, keyring, office } = order.open;
  rmSync(folder.restore, { recursive: true, force: true });
  const to = dataFolder(folder.restore);
  // Sealed files of the new office are none of the one that comes back: they stay with what is replaced.
  for (const path of [to.root, to.outbox]) mkdirSync(path, { mode: 0o700 });
  const store = keyring.makeStore(to.database);
  try {
    migrate(store.write, () => undefined);
    const lacking = await takeLines(store, order);
    await compare(store, order.collected.manifest);
    goOn(store, order, lacking);
    renewFinders(store.write, store.raw, LEDGER_TABLES);
    verifyStore(store.raw, office, LEDGER_TABLES);
    const { name, language } = officeRow(store.read);
    return { officeName: name, language };
  } finally {
    store.close();
  }
}

async function takeLines(store: Store, { collected, onProgress }: BuildOrder): Promise<readonly Lacking[]> {
  const { holds } = collected.manifest;
  const path = pathThrough(holds);
  const total = holds.reduce((sum, { n }) => sum + n, 0);
  const builder = rebuild(store.write, LEDGER_TABLES);
  let begun = 0;
  let done = 0;
  for (const file of collected.files) {
    const { epoch } = file.manifest;
    const to = path.get(epoch) ?? null;
    const held = holds.find((one) => one.epoch === epoch);
    if (to !== null && held !== undefined && begun < epoch) builder.begin({ epoch, base: held.base });
    begun = epoch;
    done = await takeFile(builder, file, to ?? 0, done, (now) => onProgress({ done: now, total }));
  }
  return builder.finish();
}

async function takeFile(
  builder: Rebuilder,
  file: OpenedRescue,
  to: number,
  before: number,
  onProgress: (done: number) => void,
): Promise<number> {
  let done = before;
  for await (const line of file.lines()) {
    if (line.n <= to) builder.take(line);
    else builder.pass(line);
    done += 1;
    if (done % TURN !== 0) continue;
    onProgress(done);
    await new Promise((resolve) => setImmediate(resolve));
  }
  onProgress(done);
  return done;
}

/** The epochs that lead to the end of the newest, each up to the line the next one started from. */
function pathThrough(holds: RescueManifest['holds']): ReadonlyMap<number, number> {
  const path = new Map<number, number>();
  const newest = holds.at(-1);
  let at: { readonly epoch: number; readonly n: number } | null = newest ?? null;
  while (at !== null) {
    const { epoch, n }: { epoch: number; n: number } = at;
    path.set(epoch, n);
    at = holds.find((one) => one.epoch === epoch)?.base ?? null;
  }
  return path;
}

/** What was built is what the station counted and hashed. Null: it could not say. */
async function compare(store: Store, { live, state }: RescueManifest): Promise<void> {
  if (live === null || state === null) return;
  const tally = new StateTally();
  for await (const row of liveRecords(store.raw, LEDGER_TABLES)) tally.add(row, encodeSnapshotRow(row));
  const found = tally.counts();
  const ledgers = new Set([...Object.keys(found), ...Object.keys(live)]);
  const isSame = [...ledgers].every((ledger) => (found[ledger] ?? 0) === (live[ledger] ?? 0));
  if (!isSame || tally.state() !== state) refuse({ code: 'bundle-refused', check: 'E715' });
}

/** The next epoch begins: who looks after the office, its new keys and its station, and what is confirmed. */
function goOn(store: Store, order: BuildOrder, lacking: readonly Lacking[]): void {
  const { open, collected } = order;
  const { manifest } = collected;
  const journal = openJournal(store.write, open.office, open.clock);
  const base = baseHere(store.raw, open.office);
  const lost = order.lost === null ? {} : { lostFrom: order.lost.from, lostTo: order.lost.to };
  store.write
    .transaction(() => {
      beginEpoch(store.write, manifest.next_epoch, base);
      journal.write(systemCaller, (desk) => {
        const facts = { event: 'rescued', baseEpoch: base.epoch, baseLine: base.n, ...lost };
        desk.note('A', 'office', '-', facts);
        takeShelves(desk, open.store, manifest);
        takeAdministrator(desk, store, open.store, order.administrator);
        for (const { ledger, id } of lacking) desk.forget(ledger, id, 'retention');
      });
    })
    .immediate();
}

function takeShelves(desk: Desk, here: Store, { receipt, holds, station }: RescueManifest): void {
  for (const row of here.read.select().from(officeKeys).all()) desk.shelves.keep(officeKeys, row);
  for (const row of here.read.select().from(stations).all()) desk.shelves.keep(stations, row);
  desk.shelves.keep(receipts, {
    stationEpoch: receipt.station_epoch,
    seq: receipt.seq,
    stationTag: receipt.station_tag,
    file: '',
    manifestSha256: receipt.sha256,
    readAt: desk.now,
    confirmed: JSON.stringify(Object.fromEntries(holds.map(({ epoch, n }) => [String(epoch), n]))),
  });
  desk.note('R', 'station', station, { event: 'receipt', seq: receipt.seq });
}

/** The accounts come back without passwords; whoever set this office up looks after it, under the name they signed in with. */
function takeAdministrator(desk: Desk, store: Store, here: Store, id: string): void {
  const own = here.read.select().from(staff).where(eq(staff.id, id)).get() ?? refuse({ code: 'missing' });
  const { name, login, badgeNo, phone } = own;
  const known = store.read.select().from(staff).where(eq(staff.login, login)).get();
  const role = 'administrator';
  if (known === undefined) desk.put(staffLedger, { name, login, role, badgeNo, phone });
  else if (known.retiredAt !== null) desk.revive(staffLedger, known.id, known.revision, { name, role });
  else desk.patch(staffLedger, known.id, known.revision, { role });
  const { backupFolder } = officeRow(here.read);
  const profile = officeRow(store.read);
  if (backupFolder !== '') desk.patch(officeLedger, profile.id, profile.revision, { backupFolder });
}
