// What the store knows of the station itself: its incarnation, the newest keyset, the clock, the receipts it gave.
import type Database from 'better-sqlite3';
import type { StationEpoch } from '#station/keys/epoch.ts';
import type { StationStore } from '#station/store/port.ts';

type Own =
  'epoch' | 'setEpoch' | 'keysetVersion' | 'setKeysetVersion' | 'maxSeen' | 'lastReceipt' | 'addReceipt';

export function openStation(db: Database.Database): Pick<StationStore, Own> {
  const select = db.prepare<[], StationEpoch>('SELECT epoch, tag FROM station');
  const upsert = db.prepare(
    `INSERT INTO station VALUES (1, ?, ?, 0, '')
     ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch, tag = excluded.tag`,
  );
  const version = db.prepare<[], number>('SELECT keyset_version FROM station').pluck();
  const setVersion = db.prepare('UPDATE station SET keyset_version = max(keyset_version, ?)');
  const setSeen = db
    .prepare<[string], string>('UPDATE station SET max_seen = max(max_seen, ?) RETURNING max_seen')
    .pluck();
  const lastReceipt = db.prepare<[string, number], { seq: number; manifestSha256: string }>(
    `SELECT seq, manifest_sha256 AS manifestSha256 FROM receipts
      WHERE office = ? AND station_epoch = ? ORDER BY seq DESC LIMIT 1`,
  );
  const insertReceipt = db.prepare('INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?)');

  return {
    epoch: async () => select.get() ?? null,
    setEpoch: async ({ epoch, tag }) => void upsert.run(epoch, tag),
    keysetVersion: async () => version.get() ?? 0,
    setKeysetVersion: async (newest) => void setVersion.run(newest),
    maxSeen: async (now) => setSeen.get(now) ?? now,
    lastReceipt: async (office, stationEpoch) => lastReceipt.get(office, stationEpoch) ?? null,
    addReceipt: async (office, { stationEpoch, seq, manifestSha256, file }, at) =>
      void insertReceipt.run(office, stationEpoch, seq, manifestSha256, file, at),
  };
}
