// What PostgreSQL knows of keys: which keyset an office holds, which bundles of a closed key were admitted, lost sticks.
import type { KeysetEcho, LostStick, StationStore } from '#station/store/port.ts';
import { first, rows, run, type Sql } from './sql.ts';

type Affairs = 'echo' | 'addAdmission' | 'isAdmitted' | 'addLostStick' | 'lostSticks';

export function openKeyAffairs(sql: Sql): Pick<StationStore, Affairs> {
  return {
    echo: (office) =>
      first<KeysetEcho>(
        sql,
        `SELECT sealed_epoch AS epoch, seq, (manifest::json -> 'to' ->> 'keyset')::bigint AS keyset
           FROM station.bundles WHERE office = $1 ORDER BY sealed_epoch DESC, seq DESC LIMIT 1`,
        [office],
      ),
    addAdmission: ({ manifestSha256, office, sealedEpoch, seq, reviewer, second, reason, account }, at) =>
      run(
        sql,
        'INSERT INTO station.admissions VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING',
        [manifestSha256, office, sealedEpoch, seq, reviewer, second, reason, account, at],
      ),
    isAdmitted: async (manifestSha256) =>
      (await first(sql, 'SELECT 1 FROM station.admissions WHERE manifest_sha256 = $1', [manifestSha256])) !==
      null,
    addLostStick: ({ serial, reason, account }, at) =>
      run(sql, 'INSERT INTO station.lost_sticks (serial, reason, account, at) VALUES ($1, $2, $3, $4)', [
        serial,
        reason,
        account,
        at,
      ]),
    lostSticks: () =>
      rows<LostStick & { at: string }>(
        sql,
        'SELECT serial, reason, account, at FROM station.lost_sticks ORDER BY id',
      ),
  };
}
