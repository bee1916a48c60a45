/** An office and a station that exchange what is sent down, with the real stores and the real rules but no sticks: for long traces. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  parseChange,
  readForgotten,
  type BundleManifest,
  type Correction,
  type OpenedBundle,
  type Order,
  type RuleText,
} from '#bundle-format';
import { correctionsService } from '#main/corrections/service.ts';
import { correctionTaker } from '#main/corrections/taking.ts';
import { copyStore } from '#main/db/copy.ts';
import { baseHere, beginEpoch, chainAt, epochsOf, headIn, presentOf } from '#main/db/epoch.ts';
import { openJournal } from '#main/db/journal.ts';
import { openStore as openOfficeStore, type Store } from '#main/db/open.ts';
import { textTaker } from '#main/ledgers/notices/taking.ts';
import { orderTaker } from '#main/ledgers/orders/taking.ts';
import { residentCorrection } from '#main/ledgers/population/people/correcting.ts';
import { newResident } from '#main/ledgers/population/people/entry.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { sentBy, sentTaker } from '#main/weekly/sent.ts';
import { whatToSend } from '#station/sending/what-to-send.ts';
import { openStore as openStationStore } from '#station/store/sqlite/store.ts';
import { CONTEXT, personAt } from '#tests/support/people.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { whenOver } from '#tests/support/when-over.ts';

const AT = '2026-11-23T08:30:00.000Z';

export interface Receipt {
  readonly seq: number;
  readonly applied: Readonly<Record<string, { readonly n: number; readonly chain: string }>>;
  readonly orders: readonly Order[];
  readonly texts: readonly RuleText[];
  readonly corrections: readonly Correction[];
}

export function openSentDownModel() {
  const fresh = openTestStore();
  const { key, clock, officer } = fresh;
  const folder = tempFolder();
  const station = openStationStore(join(folder, 'station.db'), randomBytes(32));
  whenOver(() => station.close());

  const roomsOf = (store: Store) => {
    const journal = openJournal(store.write, OFFICE_CODE, clock);
    const corrections = { residents: residentCorrection({ db: store.read, clock }) };
    // Only residents are proposed here; the other ledgers have their parts in rooms.ts.
    const of = { ...corrections, dwellings: corrections.residents, units: corrections.residents };
    return {
      store,
      journal,
      take: sentTaker({
        orders: orderTaker(store.read, OFFICE_CODE),
        texts: textTaker(store.read, OFFICE_CODE),
        corrections: correctionTaker(store.raw, of),
      }),
      proposals: correctionsService({ db: store.read, raw: store.raw, journal, of }),
    };
  };
  let office = roomsOf(fresh.store);
  let backup: string | null = null;
  let [copies, sealed, receipts, lastRead] = [0, 0, 0, 0];
  const sealedOf = new Map<number, number>();

  /** Every line the station lacks of one epoch, as a verified bundle would bring them. */
  function bundleOf(epoch: number, from: number): OpenedBundle {
    const { raw } = office.store;
    const base = epochsOf(raw).find((one) => one.epoch === epoch)?.base ?? null;
    const to = headIn(raw, epoch);
    const rows = raw
      .prepare('SELECT n, line, h FROM journal WHERE epoch = ? AND n >= ? ORDER BY n')
      .all(epoch, from) as { n: number; line: string; h: Buffer }[];
    const manifest = {
      office: OFFICE_CODE,
      epoch,
      epoch_base: base,
      sealed_epoch: epoch,
      seq: (sealedOf.get(epoch) ?? 0) + 1,
      range: { from, to },
      chain: chainAt(raw, OFFICE_CODE, { epoch, n: to }) ?? '',
      counts: {},
      created: { wall: AT },
      schema: 120,
    } as unknown as BundleManifest;
    return {
      ok: true,
      manifest,
      officeKey: {
        office: OFFICE_CODE,
        name: '胜利社区警务室',
        sign: '',
        box: '',
        from: { epoch: 1, seq: 1 },
        to: null,
      },
      manifestSha256: String((sealed += 1)).padStart(64, '0'),
      manifestText: JSON.stringify({ schema: 120 }),
      manifestSignature: '',
      sha256: String(sealed).padStart(64, '0'),
      warnings: [],
      lines: async function* () {
        for (const { n, line, h } of rows) {
          const forgotten = readForgotten(line);
          yield { n, line, forgotten, change: forgotten === null ? parseChange(line) : null, chain: h };
        }
      },
    };
  }

  return {
    station,
    office: () => office,
    officer,
    /** The week goes up whole, what an earlier epoch left unsealed first. */
    async up(): Promise<void> {
      const { raw } = office.store;
      for (const { epoch } of epochsOf(raw)) {
        const held = (await station.applied(OFFICE_CODE))[String(epoch)]?.n ?? 0;
        if (headIn(raw, epoch) <= held) continue;
        await station.apply(bundleOf(epoch, held + 1), held + 1, AT);
        sealedOf.set(epoch, (sealedOf.get(epoch) ?? 0) + 1);
      }
    },
    async receipt(): Promise<Receipt> {
      const sent = await whatToSend(station, OFFICE_CODE);
      return { seq: (receipts += 1), applied: await station.applied(OFFICE_CODE), ...sent };
    },
    /** As accepting a receipt does: an older one than the last is none. */
    read({ seq, applied, orders, texts, corrections }: Receipt): void {
      if (seq <= lastRead) return;
      lastRead = seq;
      const manifest = { applied, corrections } as Parameters<typeof sentBy>[0]['manifest'];
      const opened = { manifest, orders, texts } as Parameters<typeof sentBy>[0];
      const { epoch } = presentOf(office.store.raw);
      office.journal.write(officer, (desk) => office.take(desk, sentBy(opened, epoch)));
    },
    backUp(): void {
      copyStore(office.store.write, (backup = join(folder, `backup-${(copies += 1)}.db`)));
    },
    /** Back to the last backup, in an epoch of its own. */
    restore(): void {
      if (backup === null) return;
      const path = join(folder, `restored-${(copies += 1)}.db`);
      const old = openOfficeStore(backup, key);
      copyStore(old.write, path);
      old.close();
      const next = presentOf(office.store.raw).epoch + 1;
      const store = openOfficeStore(path, key);
      whenOver(() => store.close());
      beginEpoch(store.write, next, baseHere(store.raw, OFFICE_CODE));
      office = roomsOf(store);
      lastRead = 0;
      office.journal.write(officer, (desk) => desk.note('A', 'office', '-', { event: 'restored' }));
    },
    resident(name: string): string {
      const entry = personAt('07-000001', { name });
      return office.journal.write(officer, (desk) =>
        desk.put(residentsLedger, newResident(entry, OFFICE_CODE)),
      ).id;
    },
    context: CONTEXT,
  };
}
