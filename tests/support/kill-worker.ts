/** A process that works on a store until it is killed. It says aloud what was saved, after it was saved and not before. */
import { writeSync } from 'node:fs';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { openJournal } from '#main/db/journal.ts';
import { openLockFile } from '#sealed-sqlite/lock-file.ts';
import { openStore } from '#main/db/open.ts';
import { draftsService } from '#main/desk/drafts.ts';
import { visitorsService } from '#main/ledgers/visitors/service.ts';

const say = (line: string) => writeSync(1, `${line}\n`);
const [task, path = '', key = '', office = '', staff = ''] = process.argv.slice(2);

if (task === 'hold') hold();
else work();

/** Holds the folder, as an open office does. */
function hold(): void {
  const letGo = openLockFile(path);
  say(letGo === null ? 'busy' : 'held');
  // Whoever forgets what was given loses the lock when the garbage is collected.
  setInterval(() => letGo, 1000);
}

/** Registers, amends and sees out visitors through the real services, one after another, for ever. */
function work(): void {
  const store = openStore(path, Buffer.from(key, 'hex'));
  const journal = openJournal(store.write, office, systemClock);
  const caller: Caller = { staff, role: 'officer', door: 'desk' };
  const visitors = visitorsService({ db: store.read, journal, clock: systemClock, officeCode: office });
  const drafts = draftsService(store.read, journal, systemClock);
  const context = { signal: undefined };
  const visit = {
    name: '张欣',
    phone: '15400015678',
    people: 1,
    matter: 'help',
    summary: '问路',
    papersChecked: false,
    result: null,
    referredTo: null,
    promisedOn: null,
  } as const;
  say('ready');
  for (let i = 0; ; i += 1) {
    const draft = `d${process.pid.toString(36)}${String(i).padStart(8, '0')}`;
    void drafts.keep({ id: draft, form: 'visitor', content: JSON.stringify(visit) }, caller, context);
    const made = visitors.register(
      { visit: { ...visit, name: `张欣${i}` }, draft },
      caller,
      context,
    ) as VisitRow;
    say(`${made.id} ${made.revision}`);
    if (i % 3 !== 0) continue;
    const left = visitors.leave({ id: made.id, revision: made.revision }, caller, context) as VisitRow;
    say(`${left.id} ${left.revision}`);
  }
}
