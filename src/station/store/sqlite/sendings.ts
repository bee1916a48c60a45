// What was sent to the offices, in SQLite. A lost receipt loses none: what became of one is read from the office's lines.
import type Database from 'better-sqlite3';
import type { Follower } from './decisions.ts';
import { keyOf } from '#station/store/fold.ts';
import type { Sending, StationStore } from '#station/store/port.ts';
import { readSendingLine } from '#station/store/sending-lines.ts';

type Own = 'addSending' | 'endSending' | 'sendings' | 'schemaOf';

interface Row extends Omit<Sending, 'about' | 'stands'> {
  readonly ledger: string | null;
  readonly record: string | null;
  readonly v: number | null;
  readonly leaf: string | null;
  readonly stands: number;
}

export function openSendings(db: Database.Database): Follower & Pick<StationStore, Own> {
  const insert = db.prepare(
    `INSERT INTO sendings VALUES
       (@office, @kind, @id, @facts, @words, @at, NULL, @ledger, @record, @v, @leaf, 1, NULL, '')`,
  );
  const end = db.prepare('UPDATE sendings SET ended = ? WHERE office = ? AND id = ?');
  const select = db.prepare<[string, string], Row>(
    'SELECT * FROM sendings WHERE office = ? AND kind = ? ORDER BY at, id',
  );
  const selectKeys = db
    .prepare<[], string>(
      `SELECT DISTINCT office || ' ' || ledger || ' ' || record FROM sendings WHERE ledger IS NOT NULL`,
    )
    .pluck();
  const answer = db.prepare(
    `UPDATE sendings SET answer = ?, reason = ?
      WHERE office = ? AND ledger = ? AND record = ? AND id = ? AND answer IS NULL`,
  );
  const stand = db.prepare(
    'UPDATE sendings SET stands = 1 WHERE office = ? AND ledger = ? AND record = ? AND v = ? AND leaf = ?',
  );
  const blank = db.prepare(
    `UPDATE sendings SET words = '', reason = '' WHERE office = ? AND ledger = ? AND record = ?`,
  );
  const blankOrder = db.prepare(`UPDATE sendings SET words = '' WHERE office = ? AND id = ?`);
  const restart = db.prepare(
    `UPDATE sendings SET answer = NULL, reason = '', stands = ledger IS NULL WHERE office = ?`,
  );
  const schema = db
    .prepare<[string], number>(
      `SELECT json_extract(manifest, '$.schema') FROM bundles WHERE office = ?
        ORDER BY sealed_epoch DESC, seq DESC LIMIT 1`,
    )
    .pluck();

  let keys: Set<string> | null = null;
  const known = (): Set<string> => (keys ??= new Set(selectKeys.all()));

  return {
    line(office, change) {
      const { l, k, v } = change;
      const isForgotten = change.op === 'F';
      if (!isForgotten && !known().has(`${office} ${keyOf(l, k)}`)) return;
      const { about, answered, forgets, forgottenOrder, leaf } = readSendingLine(change);
      if (forgottenOrder !== null) blankOrder.run(office, forgottenOrder);
      if (!about) return;
      if (answered !== null) answer.run(answered.answer, answered.reason, office, l, k, answered.id);
      if (leaf !== null) stand.run(office, l, k, v, leaf);
      if (forgets) blank.run(office, l, k);
    },
    restart: (office) => void restart.run(office),
    addSending: async (office, { kind, id, facts, words, about }, at) => {
      const { ledger = null, k: record = null, v = null, leaf = null } = about ?? {};
      insert.run({ office, kind, id, facts, words, at, ledger, record, v, leaf });
      if (ledger !== null && record !== null) known().add(`${office} ${keyOf(ledger, record)}`);
    },
    endSending: async (office, id, ended) => void end.run(ended, office, id),
    sendings: async (office, kind) => select.all(office, kind).map(sendingOf),
    schemaOf: async (office) => schema.get(office) ?? 0,
  };
}

function sendingOf({ ledger, record: k, v, leaf, stands, ...row }: Row): Sending {
  const { kind, id, facts, words, at, ended, answer, reason } = row;
  const about = ledger === null || k === null || v === null || leaf === null ? null : { ledger, k, v, leaf };
  return { kind, id, facts, words, at, ended, answer, reason, about, stands: stands === 1 };
}

/** Two that hear the same lines. */
export function both(a: Follower, b: Follower): Follower {
  return {
    line: (office, change) => {
      a.line(office, change);
      b.line(office, change);
    },
    restart: (office) => {
      a.restart(office);
      b.restart(office);
    },
  };
}
