// The log of who was shown which person here: it is written before anything is shown.
import type Database from 'better-sqlite3';
import type { StationStore } from '#station/store/port.ts';

export function openLooks(db: Database.Database): Pick<StationStore, 'noteLooks'> {
  const insert = db.prepare(
    `INSERT INTO looks (at, verb, office, ledger, record, account, reviewer, reason)
     VALUES (@at, @verb, @office, @ledger, @record, @account, @reviewer, @reason)`,
  );
  const all = db.transaction((looks: readonly object[], at: string) => {
    for (const look of looks) insert.run({ ...look, at });
  });
  return { noteLooks: async (looks, at) => all.immediate(looks, at) };
}
