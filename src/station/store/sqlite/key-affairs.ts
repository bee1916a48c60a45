// What the store knows of keys: which keyset an office holds, which bundles of a closed key were admitted, which sticks are lost.
import type Database from 'better-sqlite3';
import type { Admission, KeysetEcho, LostStick, StationStore } from '#station/store/port.ts';

type Affairs = 'echo' | 'addAdmission' | 'isAdmitted' | 'addLostStick' | 'lostSticks';

export function openKeyAffairs(db: Database.Database): Pick<StationStore, Affairs> {
  const echo = db.prepare<[string], KeysetEcho>(
    `SELECT sealed_epoch AS epoch, seq, json_extract(manifest, '$.to.keyset') AS keyset
       FROM bundles WHERE office = ? ORDER BY sealed_epoch DESC, seq DESC LIMIT 1`,
  );
  const insertAdmission = db.prepare(
    `INSERT INTO admissions VALUES
       (@manifestSha256, @office, @sealedEpoch, @seq, @reviewer, @second, @reason, @account, @at)
     ON CONFLICT DO NOTHING`,
  );
  const isAdmitted = db
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM admissions WHERE manifest_sha256 = ?)')
    .pluck();
  const insertLost = db.prepare(
    'INSERT INTO lost_sticks (serial, reason, account, at) VALUES (@serial, @reason, @account, @at)',
  );
  const selectLost = db.prepare<[], LostStick & { at: string }>(
    'SELECT serial, reason, account, at FROM lost_sticks ORDER BY id',
  );

  return {
    echo: async (office) => echo.get(office) ?? null,
    addAdmission: async (admission: Admission, at) => void insertAdmission.run({ ...admission, at }),
    isAdmitted: async (manifestSha256) => isAdmitted.get(manifestSha256) === 1,
    addLostStick: async (stick, at) => void insertLost.run({ ...stick, at }),
    lostSticks: async () => selectLost.all(),
  };
}
