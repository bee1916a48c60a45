/**
 * A process that restores an office from a backup and says each step aloud, until it is done or killed. With a number it goes
 * no further once it has said so many, so that the kill comes exactly there.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '#shared/kernel/clock.ts';
import { commitRestore } from '#main/backup/restore/commit.ts';
import { openerOf } from '#main/backup/restore/keys.ts';
import { copyBackup, openStaged } from '#main/backup/restore/stage.ts';
import { settleRestore } from '#main/backup/restore/swap.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { systemCaller } from '#main/session/callers.ts';

const [dataDir = '', backup = '', key = '', stopAt = '0'] = process.argv.slice(2);
let said = 0;

function say(step: string): void {
  writeSync(1, `${step}\n`);
  said += 1;
  if (said === Number(stopAt)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const folder = dataFolder(dataDir);
say('begun');
copyBackup(folder, backup);
const opener = openerOf('present', Buffer.from(key, 'hex'), folder);
const staged = openStaged(folder, backup, [opener], null);
say('proved');
commitRestore({ folder, clock: systemClock, staged, caller: systemCaller, epochs: [], onStep: say });
settleRestore(folder, say);
say('restored');
