/** A process that lets visits come to their end and forgets them, again and again, until it is killed. */
import { writeSync } from 'node:fs';
import { openJournal } from '#main/db/journal.ts';
import { openStore } from '#main/db/open.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { compact } from '#main/retention/compact.ts';
import { runRetention } from '#main/retention/run.ts';
import { systemCaller } from '#main/session/callers.ts';
import { testClock } from './clock.ts';
import { enquiry } from './visits.ts';

const [path = '', key = '', office = '', staff = '', now = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const RECORDS = 15;

const clock = testClock(now);
const store = openStore(path, Buffer.from(key, 'hex'));
const journal = openJournal(store.write, office, clock);
const receiver = { ...systemCaller, staff };
say('ready');
for (let round = 0; ; round += 1) {
  journal.write(systemCaller, (write) => {
    for (let i = 0; i < RECORDS; i += 1) {
      const visit = newVisit({ ...enquiry, name: `张欣${i}` }, receiver, now, office);
      write.put(visitorsLedger, { ...visit, retainUntil: '2026-01-01' });
    }
  });
  say('registered');
  const { forgotten } = runRetention({ store, journal, clock });
  for (const { count, from, to } of forgotten) say(`forgot ${count} ${from} ${to}`);
  if (round % 4 === 3) compact({ store, journal, clock });
}
