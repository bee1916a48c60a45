// The files themselves: the latest verdict on each, and the log of all verdicts.
import type Database from 'better-sqlite3';
import type { FileVerdict, HeldFile, StationStore } from '#station/store/port.ts';
import { rangeOf } from '#station/store/report-rows.ts';
import { IS_TAKEN, placeOf, TAKEN, type TakenRow } from '#station/store/taken-rows.ts';

interface HeldRow {
  readonly sha256: string;
  readonly name: string;
  readonly office: string | null;
  readonly epoch: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

export function openFiles(db: Database.Database): Pick<StationStore, 'note' | 'holds' | 'takenPlace'> {
  const log = db.prepare(
    'INSERT INTO verdicts (at, name, sha256, office, disposition, code, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const keep = db.prepare(
    `INSERT INTO files VALUES (@sha256, @name, @bytes, @office, @sealedEpoch, @seq, @epoch, @from, @to, @disposition, @code, @detail,
       @missingEpoch, @missingFrom, @missingTo, @at, @at)
     ON CONFLICT (sha256) DO UPDATE SET name = excluded.name,
       office = excluded.office, sealed_epoch = excluded.sealed_epoch, seq = excluded.seq, epoch = excluded.epoch, from_n = excluded.from_n,
       to_n = excluded.to_n, disposition = excluded.disposition, code = excluded.code, detail = excluded.detail,
       missing_epoch = excluded.missing_epoch, missing_from = excluded.missing_from,
       missing_to = excluded.missing_to, last_at = excluded.last_at`,
  );
  const selectHeld = db.prepare<[], HeldRow>(
    `SELECT sha256, name, office, missing_epoch AS epoch, missing_from AS "from", missing_to AS "to"
       FROM files WHERE disposition = 'hold' ORDER BY office, sealed_epoch, seq`,
  );

  const selectTaken = db.prepare<[string], TakenRow>(`${TAKEN} FROM files WHERE sha256 = ? AND ${IS_TAKEN}`);

  const noteBoth = db.transaction((verdict: FileVerdict, at: string) => {
    const { name, sha256, bytes, place, disposition, code, detail, missing } = verdict;
    log.run(at, name, sha256, place?.office ?? null, disposition, code, detail);
    if (sha256 === null) return;
    keep.run({
      sha256,
      name,
      bytes,
      disposition,
      code,
      detail,
      at,
      office: place?.office ?? null,
      sealedEpoch: place?.sealed_epoch ?? null,
      seq: place?.seq ?? null,
      epoch: place?.epoch ?? null,
      from: place?.range.from ?? null,
      to: place?.range.to ?? null,
      missingEpoch: missing?.epoch ?? null,
      missingFrom: missing?.from ?? null,
      missingTo: missing?.to ?? null,
    });
  });

  return {
    takenPlace: async (sha256) => placeOf(selectTaken.get(sha256)),
    note: async (verdict, at) => noteBoth.immediate(verdict, at),
    holds: async () =>
      selectHeld.all().map((row): HeldFile => ({
        sha256: row.sha256,
        name: row.name,
        office: row.office,
        missing: rangeOf(row),
      })),
  };
}
