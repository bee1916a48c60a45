/**
 * The old PC is gone; the station has our data. A new office, enrolled in person, becomes the one that was: what the station
 * holds is verified, built, proved, and put in place at the next start, whole or not at all. Refuses where records stand here.
 */
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import type { RescueLoss, RescuePreview, Rescued } from '#shared/contract/rescue.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { asideName } from '#main/backup/restore/aside.ts';
import { orderRestore } from '#main/backup/restore/swap.ts';
import { presentEpoch } from '#main/db/epoch.ts';
import type { Progress } from '#main/db/steps.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { keepMark, readMark } from '#main/files/mark.ts';
import { syncFolder } from '#main/files/replace-file.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { liveRows } from '#main/weekly/live-rows.ts';
import { readOfficeKeys } from '#main/weekly/office-keys.ts';
import { pinnedStation } from '#main/weekly/pinned-station.ts';
import { buildRescued } from './build.ts';
import { collectRescue, type Collected } from './collect.ts';

export interface Rescuer {
  /** An office that was just set up and holds nothing yet: only such a one can take back what the station holds. */
  isNew(): boolean;
  /** @param last number of the last line that anybody knows of; null where nobody does */
  look(stick: string, last: number | null): Promise<RescuePreview>;
  /** What was looked at last. From the order on the office has to close its files, and begins anew. */
  go(caller: Caller): Promise<Rescued>;
}

export interface RescueOptions {
  readonly onProgress: (progress: Progress) => void;
  readonly onOrdered: () => void;
}

interface Ready {
  readonly collected: Collected;
  readonly lost: RescueLoss | null;
}

/** Ledgers that every office has something in from its first minute. */
const OWN: ReadonlySet<string> = new Set(['office', 'staff']);

export function openRescuer(open: OpenOffice, options: RescueOptions): Rescuer {
  const { store, office, folder, clock } = open;
  let ready: Ready | null = null;

  function isNew(): boolean {
    if (presentEpoch(store.raw) !== 1) return false;
    const others = LEDGER_TABLES.filter(({ name }) => !OWN.has(name));
    return Object.values(liveRows(store.raw, others)).every((rows) => rows === 0);
  }

  function needNew(): void {
    if (!isNew()) refuse({ code: 'bundle-refused', check: 'E716' });
  }

  return {
    isNew,
    async look(stick, last) {
      needNew();
      const station = pinnedStation(store.read) ?? refuse({ code: 'not-enrolled' });
      const { box } = await readOfficeKeys(store.read);
      const reader = {
        office,
        station: station.station,
        identities: [box.identity],
        signers: station.sign,
      };
      const collected = await collectRescue(stick, reader);
      ready = { collected, lost: lossOf(collected, last) };
      return previewOf(ready);
    },
    async go(caller) {
      const { collected, lost } = ready ?? refuse({ code: 'missing' });
      needNew();
      const { onProgress } = options;
      const door = await buildRescued({ open, collected, administrator: caller.staff, lost, onProgress });
      const { next_epoch: epoch, holds } = collected.manifest;
      const to = dataFolder(folder.restore);
      // A log that could not be written into the store would be left behind by the renames.
      if (existsSync(`${to.database}-wal`)) refuse({ code: 'io', detail: 'WAL' });
      syncFile(to.database);
      for (const path of [to.outbox, to.root]) syncFolder(path);
      open.keyring.rename({ ...door, officeCode: office });
      const mark = readMark(folder.mark);
      if (mark !== null) keepMark(folder.mark, mark, epoch);
      const replaced = asideName(folder, 'replaced', clock.now());
      orderRestore(folder, replaced);
      ready = null;
      options.onOrdered();
      return { epoch, lines: holds.reduce((sum, { n }) => sum + n, 0), replaced, lost };
    },
  };
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What was written after the station's last line came with no bundle, and nobody has it. */
function lossOf({ manifest }: Collected, last: number | null): RescueLoss | null {
  const newest = manifest.holds.at(-1);
  if (newest === undefined || last === null || last <= newest.n) return null;
  return { epoch: newest.epoch, from: newest.n + 1, to: last };
}

/** Of ledgers that nobody is told of there is no row. */
function previewOf({ collected: { manifest }, lost }: Ready): RescuePreview {
  const newest = manifest.holds.at(-1);
  return {
    lines: manifest.holds.reduce((sum, { n }) => sum + n, 0),
    epoch: newest?.epoch ?? 1,
    to: newest?.n ?? 0,
    next: manifest.next_epoch,
    writtenAt: manifest.created.wall,
    live: LEDGER_TABLES.map(({ name }) => name)
      .filter((name) => !isUnseen(name) && manifest.live !== null)
      .map((ledger) => ({ ledger, rows: manifest.live?.[ledger] ?? 0 })),
    lost,
  };
}
