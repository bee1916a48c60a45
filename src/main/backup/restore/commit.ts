/** Makes a proved copy the next incarnation of the office, and orders it into place. Until the order nothing has changed. */
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Restored } from '#shared/contract/backups.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { baseHere, beginEpoch, epochsOf } from '#main/db/epoch.ts';
import { openJournal } from '#main/db/journal.ts';
import { bundles, snapshots } from '#main/db/shelf-tables.ts';
import { dataFolder, holdsOffice, type DataFolder } from '#main/files/data-folder.ts';
import { keepMark, readMark } from '#main/files/mark.ts';
import { syncFolder } from '#main/files/replace-file.ts';
import { officeRow } from '#main/office/service.ts';
import { asideName } from './aside.ts';
import { orderRestore } from './swap.ts';
import type { Staged } from './stage.ts';

export interface RestoreOrder {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly staged: Staged;
  /** Under whose name the first line of the new epoch stands. */
  readonly caller: Caller;
  /** Epochs that were heard of beside those of this backup and the mark. */
  readonly epochs: readonly number[];
  readonly onStep?: (step: string) => void;
}

export function commitRestore(order: RestoreOrder): Restored {
  const { folder, staged } = order;
  const say = order.onStep ?? (() => undefined);
  const { store } = staged;
  const epoch = takeEpoch(order);
  say('epoch taken');
  beginAnew(order, epoch);
  const known = new Set(
    [bundles, snapshots]
      .flatMap((table) => store.read.select({ file: table.file }).from(table).all())
      .map(({ file }) => file),
  );
  store.close();
  const to = dataFolder(folder.restore);
  // A log that could not be written into the copy would be left behind by the renames.
  if (existsSync(`${to.database}-wal`)) refuse({ code: 'io', detail: 'WAL' });
  copyOutbox(folder, to.outbox, known);
  if (staged.keyFile === 'present') copyFileSync(folder.vault, to.vault);
  syncAll([to.database, to.vault]);
  for (const path of [to.outbox, to.root]) syncFolder(path);
  say('prepared');
  const isAnything = holdsOffice(folder);
  const replaced = asideName(folder, 'replaced', order.clock.now());
  orderRestore(folder, replaced);
  say('ordered');
  return { replaced: isAnything ? replaced : null, epoch };
}

/** Higher than every epoch that was ever used or heard of, and used up from now on, whatever becomes of this restore. */
function takeEpoch({ folder, staged, epochs }: RestoreOrder): number {
  const mark = readMark(folder.mark);
  const { store, office } = staged;
  const own = epochsOf(store.raw).map(({ epoch }) => epoch);
  const next = Math.max(mark?.highest ?? 0, ...own, ...epochs) + 1;
  const { backupFolder } = officeRow(store.read);
  const nothing = { office, seen: { epoch: 0, n: 0 }, confirmed: {}, backupFolder };
  return keepMark(folder.mark, mark ?? nothing, next).highest;
}

function beginAnew({ staged, clock, caller }: RestoreOrder, epoch: number): void {
  const { store, office, name } = staged;
  const journal = openJournal(store.write, office, clock);
  const base = baseHere(store.raw, office);
  store.write
    .transaction(() => {
      beginEpoch(store.write, epoch, base);
      const facts = { event: 'restored', folder: name, baseEpoch: base.epoch, baseLine: base.n };
      journal.write(caller, (desk) => desk.note('A', 'backup', '-', facts));
    })
    .immediate();
}

/** Sealed files go along where the backup knows them: they are sent again byte for byte. The others stay with what is replaced. */
function copyOutbox(folder: DataFolder, to: string, known: ReadonlySet<string>): void {
  mkdirSync(to, { mode: 0o700 });
  const names = existsSync(folder.outbox) ? readdirSync(folder.outbox) : [];
  const wanted = names.filter((name) => known.has(name) || name === 'carried.json');
  for (const name of wanted) copyFileSync(join(folder.outbox, name), join(to, name));
  syncAll(wanted.map((name) => join(to, name)));
}

function syncAll(paths: readonly string[]): void {
  for (const path of paths) {
    const file = openSync(path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
