// What the store knows of the station itself, in PostgreSQL: its incarnation, the newest keyset, the clock, its receipts.
import type { StationEpoch } from '#station/keys/epoch.ts';
import type { StationStore } from '#station/store/port.ts';
import { first, run, type Sql } from './sql.ts';

type Own =
  'epoch' | 'setEpoch' | 'keysetVersion' | 'setKeysetVersion' | 'maxSeen' | 'lastReceipt' | 'addReceipt';

export function openStation(sql: Sql): Pick<StationStore, Own> {
  return {
    epoch: () => first<StationEpoch>(sql, 'SELECT epoch, tag FROM station.station'),
    setEpoch: ({ epoch, tag }) =>
      run(
        sql,
        `INSERT INTO station.station VALUES (1, $1, $2, 0, '')
         ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch, tag = excluded.tag`,
        [epoch, tag],
      ),
    keysetVersion: async () =>
      (await first<{ v: number }>(sql, 'SELECT keyset_version AS v FROM station.station'))?.v ?? 0,
    setKeysetVersion: (newest) =>
      run(sql, 'UPDATE station.station SET keyset_version = greatest(keyset_version, $1)', [newest]),
    maxSeen: async (now) =>
      (
        await first<{ seen: string }>(
          sql,
          'UPDATE station.station SET max_seen = greatest(max_seen, $1::station.words) RETURNING max_seen AS seen',
          [now],
        )
      )?.seen ?? now,
    lastReceipt: (office, stationEpoch) =>
      first<{ seq: number; manifestSha256: string }>(
        sql,
        `SELECT seq, manifest_sha256 AS "manifestSha256" FROM station.receipts
          WHERE office = $1 AND station_epoch = $2 ORDER BY seq DESC LIMIT 1`,
        [office, stationEpoch],
      ),
    addReceipt: (office, { stationEpoch, seq, manifestSha256, file }, at) =>
      run(sql, 'INSERT INTO station.receipts VALUES ($1, $2, $3, $4, $5, $6)', [
        office,
        stationEpoch,
        seq,
        manifestSha256,
        file,
        at,
      ]),
  };
}
