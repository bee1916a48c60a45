// The files themselves, in PostgreSQL: the latest verdict on each, the log of all verdicts, and who was shown whom.
import type pg from 'pg';
import type { HeldFile, StationStore } from '#station/store/port.ts';
import { rangeOf, type MissingRow } from '#station/store/report-rows.ts';
import { IS_TAKEN, placeOf, TAKEN, type TakenRow } from '#station/store/taken-rows.ts';
import { copyRows, first, inTransaction, rows, run } from './sql.ts';

export function openFiles(pool: pg.Pool): Pick<StationStore, 'note' | 'holds' | 'takenPlace' | 'noteLooks'> {
  return {
    note: ({ name, sha256, bytes, place, disposition, code, detail, missing }, at) =>
      inTransaction(pool, async (client) => {
        await run(
          client,
          `INSERT INTO station.verdicts (at, name, sha256, office, disposition, code, detail)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [at, name, sha256, place?.office ?? null, disposition, code, detail],
        );
        if (sha256 === null) return;
        await run(client, KEEP, [
          sha256,
          name,
          bytes,
          place?.office ?? null,
          place?.sealed_epoch ?? null,
          place?.seq ?? null,
          place?.epoch ?? null,
          place?.range.from ?? null,
          place?.range.to ?? null,
          disposition,
          code,
          detail,
          missing?.epoch ?? null,
          missing?.from ?? null,
          missing?.to ?? null,
          at,
        ]);
      }),
    async holds() {
      const found = await rows<MissingRow & Omit<HeldFile, 'missing'>>(
        pool,
        `SELECT sha256, name, office, missing_epoch AS epoch, missing_from AS "from", missing_to AS "to"
           FROM station.files WHERE disposition = 'hold' ORDER BY office NULLS FIRST, sealed_epoch, seq`,
      );
      return found.map((row) => ({
        sha256: row.sha256,
        name: row.name,
        office: row.office,
        missing: rangeOf(row),
      }));
    },
    takenPlace: async (sha256) =>
      placeOf(
        await first<TakenRow>(pool, `${TAKEN} FROM station.files WHERE sha256 = $1 AND ${IS_TAKEN}`, [
          sha256,
        ]),
      ),
    noteLooks: (looks, at) =>
      inTransaction(pool, (client) =>
        copyRows(
          client,
          'station.looks (at, verb, office, ledger, record, account, reviewer, reason)',
          looks.map(({ verb, office, ledger, record, account, reviewer, reason }) => [
            at,
            verb,
            office,
            ledger,
            record,
            account,
            reviewer,
            reason,
          ]),
        ),
      ),
  };
}

const KEEP = `INSERT INTO station.files
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
  ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, office = excluded.office,
    sealed_epoch = excluded.sealed_epoch, seq = excluded.seq, epoch = excluded.epoch, from_n = excluded.from_n,
    to_n = excluded.to_n, disposition = excluded.disposition, code = excluded.code, detail = excluded.detail,
    missing_epoch = excluded.missing_epoch, missing_from = excluded.missing_from, missing_to = excluded.missing_to,
    last_at = excluded.last_at`;
