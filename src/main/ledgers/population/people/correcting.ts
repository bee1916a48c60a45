/** How the station's proposals about residents are taken over: as if an officer had typed them into the form. */
import { today } from '#shared/kernel/clock.ts';
import type { CorrectionOf } from '#main/desk/correcting.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { residentAmendment } from './amending.ts';
import { entryOf } from './entry.ts';
import { findResident, seenResident } from './find.ts';
import type { PeopleRoom } from './room.ts';
import { liveResident } from './shown.ts';

export function residentCorrection({ db, clock }: Pick<PeopleRoom, 'db' | 'clock'>): CorrectionOf {
  return {
    ledger: residentsLedger,
    find(id) {
      const record = findResident(db, liveResident, id);
      return record === null ? null : { id, revision: record.revision, values: entryOf(record) };
    },
    amend(desk, caller, seen, fields) {
      residentAmendment(db, caller, seenResident(db, caller, seen), fields, today(clock))(desk);
    },
  };
}
