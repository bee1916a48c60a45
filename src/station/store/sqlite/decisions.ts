// The answers this station gave, and which of them the offices' own lines show as taken. A lost receipt loses none.
import type Database from 'better-sqlite3';
import type { Change, Decision } from '#bundle-format';
import type { StationStore } from '#station/store/port.ts';

/** Told of every line that is folded into a record, and when the records of an office are built anew. */
export interface Follower {
  readonly line: (office: string, change: Change) => void;
  readonly restart: (office: string) => void;
}

type Own = 'addDecision' | 'openDecisions' | 'answerTo';

export function openDecisions(db: Database.Database): Follower & Pick<StationStore, Own> {
  const insert = db.prepare('INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)');
  const columns = 'ledger, record AS k, v, leaf, answer, reviewer, second, reason, at';
  // What the office changed or gave up meanwhile needs no answer; that a seal was broken is told in any case.
  const selectOpen = db.prepare<[string], Decision>(
    `SELECT ${columns} FROM decisions AS d WHERE office = ? AND settled IS NULL
        AND (answer = 'unsealed' OR EXISTS (SELECT 1 FROM records AS r
          WHERE r.office = d.office AND r.ledger = d.ledger AND r.record = d.record AND r.v = d.v AND r.live = 1))
      ORDER BY ledger, record, v, at`,
  );
  const selectAnswer = db.prepare<[string, string, string, number, string], Decision>(
    `SELECT ${columns} FROM decisions
      WHERE office = ? AND ledger = ? AND record = ? AND v = ? AND leaf = ? AND answer <> 'unsealed'`,
  );
  const selectKeys = db
    .prepare<[], string>(`SELECT DISTINCT office || ' ' || ledger || ' ' || record FROM decisions`)
    .pluck();
  const overtake = db.prepare(
    `UPDATE decisions SET settled = ?
      WHERE office = ? AND ledger = ? AND record = ? AND answer <> 'unsealed' AND v < ? AND settled IS NULL`,
  );
  const tell = db.prepare(
    `UPDATE decisions SET settled = ?
      WHERE office = ? AND ledger = ? AND record = ? AND answer = 'unsealed' AND at = ? AND settled IS NULL`,
  );
  const blank = db.prepare(
    `UPDATE decisions SET reason = ''
      WHERE office = ? AND ledger = ? AND record = ? AND answer <> 'unsealed' AND reason <> ''`,
  );
  const reopen = db.prepare('UPDATE decisions SET settled = NULL WHERE office = ?');

  // Most lines belong to records that nobody ever answered, and cost no statement.
  let keys: Set<string> | null = null;
  const answered = (): Set<string> => (keys ??= new Set(selectKeys.all()));

  return {
    line(office, { l, k, op, n, v, d }) {
      if (!answered().has(`${office} ${l} ${k}`)) return;
      if (op === 'I' || op === 'U' || op === 'X' || op === 'F') overtake.run(n, office, l, k, v);
      if (op === 'F') blank.run(office, l, k);
      if (op === 'A' && d['event'] === 'unsealed') tell.run(n, office, l, k, d['at']);
    },
    restart: (office) => void reopen.run(office),
    addDecision: async (office, decision) => {
      const { ledger, k, v, leaf, answer, reviewer, second, reason, at } = decision;
      insert.run(office, ledger, k, v, leaf, answer, reviewer, second, reason, at);
      answered().add(`${office} ${ledger} ${k}`);
    },
    openDecisions: async (office) => selectOpen.all(office),
    answerTo: async (office, { ledger, k, v, leaf }) => selectAnswer.get(office, ledger, k, v, leaf) ?? null,
  };
}
