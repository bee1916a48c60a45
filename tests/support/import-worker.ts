/** A process that imports a sheet and takes it back, again and again, until it is killed. It says aloud what was saved. */
import { writeSync } from 'node:fs';
import type { Caller } from '#shared/kernel/caller.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { openJournal } from '#main/db/journal.ts';
import { openStore } from '#main/db/open.ts';
import { openImports } from '#main/imports/imports.ts';

const [path = '', key = '', office = '', staff = '', sheet = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const store = openStore(path, Buffer.from(key, 'hex'));
const journal = openJournal(store.write, office, systemClock);
const caller: Caller = { staff, role: 'officer', door: 'desk' };
const imports = openImports({
  db: store.read,
  raw: store.raw,
  journal,
  clock: systemClock,
  officeCode: office,
  nameOf: () => '',
  backUpFirst: () => Promise.resolve(),
  onProgress: ({ done, total }) => {
    if (total > 0) say(`step ${done}`);
  },
});
say('ready');
// What the process before this one had imported when it was killed.
const left = store.raw
  .prepare('SELECT id FROM import_batches WHERE undone_at IS NULL')
  .pluck()
  .all() as string[];
for (const id of left) {
  await imports.undo(id, caller, undefined);
  say(`undone ${id}`);
}
for (;;) {
  const anew = { sheet: null, encoding: null, headerRows: null };
  const { import: id, plan } = await imports.choose(sheet, anew, undefined);
  const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
  await imports.check(id, mapping, null, undefined);
  const batch = await imports.commit(id, caller, undefined);
  say(`imported ${batch.id}`);
  await imports.undo(batch.id, caller, undefined);
  say(`undone ${batch.id}`);
}
