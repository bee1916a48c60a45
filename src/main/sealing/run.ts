/**
 * Sealing (《个人信息保护法》第47条第2款): a record whose purpose is over and which has to be kept is encrypted to the station's
 * keys alone and forgotten here, both in one transaction. Done twice, it does nothing the second time. Where no station is
 * known nothing can be sealed; the retention run then forgets what is over (src/main/retention/retained.ts).
 */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import type { SealedFrom } from '#shared/ledgers/statutory/sealed.ts';
import { emptyLog } from '#main/db/forget.ts';
import type { Desk } from '#main/db/journal.ts';
import { sealedRecordsLedger } from '#main/ledgers/sealed/table.ts';
import { isTrustedDay } from '#main/retention/trusted-day.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { pinnedStation } from '#main/weekly/pinned-station.ts';
import { careSource } from './care.ts';
import { disputesSource } from './disputes.ts';
import { putInEnvelope, wordsOf, type Envelope } from './envelope.ts';
import type { Over, SealSource } from './source.ts';
import { statutorySource } from './statutory.ts';

/** What is sealed, one line a ledger. */
export const SEALED: readonly SealSource[] = [statutorySource, careSource, disputesSource];

/** Records of one ledger in one run, so that a lock stays quick; the rest goes the next time. */
const RECORDS_A_RUN = 200;

export type SealingRoom = Pick<OpenOffice, 'store' | 'journal' | 'clock'>;

/**
 * @param isStopped asked before each write: the office may have been locked while a record was encrypted
 * @returns how many records were sealed or removed
 */
export async function sealWhatIsOver(room: SealingRoom, isStopped = () => false): Promise<number> {
  const day = today(room.clock);
  let done = 0;
  for (const source of SEALED)
    for (const id of source.find(room.store, day, RECORDS_A_RUN)) {
      if (isStopped()) return done;
      if (await sealOne(room, source, id, isStopped)) done += 1;
    }
  if (done > 0 && !isStopped()) emptyLog(room.store.write);
  return done;
}

async function sealOne(
  room: SealingRoom,
  source: SealSource,
  id: string,
  isStopped: () => boolean,
): Promise<boolean> {
  const { store, journal, clock } = room;
  const day = today(clock);
  const over = source.open(store, day, id);
  if (over === null || (over.byDate && !isTrustedDay(store.raw, day))) return false;
  const station = pinnedStation(store.read);
  if (over.seal !== null && station === null) return false;
  const envelope =
    station === null || over.seal === null ? null : await putInEnvelope(source.from, over, station);
  // Encrypting let others work: what was changed meanwhile is sealed as it stands then, by the next run.
  const now = isStopped() ? null : source.open(store, day, id);
  if (now === null || wordsOf(now.rows) !== wordsOf(over.rows)) return false;
  journal.write(systemCaller, (desk) => {
    if (envelope !== null) putSealed(desk, source.from, over, envelope, day);
    for (const { ledger, row } of over.rows)
      desk.forget(ledger, row.id, envelope === null ? 'removed' : 'sealed');
  });
  return true;
}

function putSealed(
  desk: Desk,
  from: SealedFrom,
  { rows, seal }: Over,
  envelope: Envelope,
  day: CalendarDay,
): void {
  if (seal === null) return;
  const { category, startsOn, endsOn, why, until, synthetic } = seal;
  desk.put(sealedRecordsLedger, {
    from,
    number: rows[0].row.id,
    category,
    startsOn,
    endsOn,
    sealedOn: day,
    why,
    ...envelope,
    retainUntil: until,
    synthetic,
  });
}
