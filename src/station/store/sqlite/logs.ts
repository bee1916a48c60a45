// The offices' logs as held here: lines, chain and epochs, and the questions judgeSequence asks of them.
import type Database from 'better-sqlite3';
import {
  encodeForgotten,
  leafOf,
  type BundleLine,
  type BundleManifest,
  type Change,
  type HeldEpoch,
  type HeldState,
} from '#bundle-format';
import { heldEpoch, heldStart, startOf, type Arrivals, type EpochRow } from '#station/store/epoch-rows.ts';

export interface Logs {
  /** Oldest first. */
  readonly epochs: (office: string) => readonly EpochRow[];
  readonly chainAt: (office: string, epoch: number, n: number) => string | null;
  readonly held: (office: string) => HeldState;
  readonly append: (office: string, epoch: number, line: BundleLine) => void;
  /** The text of at most `most` lines behind `after` and not behind `to`. */
  readonly linesOf: (
    office: string,
    epoch: number,
    after: number,
    to: number,
    most: number,
  ) => readonly string[];
  readonly begin: (manifest: BundleManifest) => void;
  /** Takes the text of the lines that this F line forgets. */
  readonly forget: (office: string, epoch: number, forgetting: Change) => void;
  readonly advance: (manifest: BundleManifest, arrivals: Arrivals) => void;
}

export function openLogs(db: Database.Database): Logs {
  const selectEpochs = db.prepare<[string], EpochRow>('SELECT * FROM epochs WHERE office = ? ORDER BY epoch');
  const selectChain = db
    .prepare<[string, number, number], Buffer>('SELECT h FROM lines WHERE office = ? AND epoch = ? AND n = ?')
    .pluck();
  const selectManifest = db
    .prepare<[string, number, number], string>(
      'SELECT manifest_sha256 FROM bundles WHERE office = ? AND sealed_epoch = ? AND seq = ?',
    )
    .pluck();
  const insertLine = db.prepare('INSERT INTO lines VALUES (?, ?, ?, ?, ?)');
  // The expressions are those of the index lines_record, to the letter.
  const selectText = db.prepare<[string, string, string, number, number], TextRow>(
    `SELECT epoch, n, line FROM lines INDEXED BY lines_record
      WHERE office = ? AND json_extract(line, '$.k') = ? AND json_extract(line, '$.l') = ?
        AND json_extract(line, '$.op') IN ('I', 'U', 'X', 'C', 'F') AND json_extract(line, '$.op') <> 'F'
        AND (epoch, n) < (?, ?)`,
  );
  const selectLines = db
    .prepare<[string, number, number, number, number], string>(
      'SELECT line FROM lines WHERE office = ? AND epoch = ? AND n > ? AND n <= ? ORDER BY n LIMIT ?',
    )
    .pluck();
  const forgetLine = db.prepare('UPDATE lines SET line = ? WHERE office = ? AND epoch = ? AND n = ?');
  const insertEpoch = db.prepare(
    `INSERT INTO epochs (office, epoch, base_epoch, base_n, base_chain, n, chain, forgotten)
     VALUES (?, ?, ?, ?, ?, 0, ?, 0)`,
  );
  const updateEpoch = db.prepare(
    `UPDATE epochs SET n = max(n, @to), forgotten = forgotten + @forgotten,
       blank_n = max(blank_n, @blankN), forgetting_n = max(forgetting_n, @forgettingN),
       chain = CASE WHEN @to > n THEN @chain ELSE chain END WHERE office = @office AND epoch = @epoch`,
  );

  const epochs = (office: string) => selectEpochs.all(office);

  function chainAt(office: string, epoch: number, n: number): string | null {
    if (n > 0) return selectChain.get(office, epoch, n)?.toString('hex') ?? null;
    return heldStart(office, epoch, epochs(office));
  }

  return {
    epochs,
    chainAt,
    held: (office) => ({
      office,
      epochs: new Map(epochs(office).map((row): [number, HeldEpoch] => [row.epoch, heldEpoch(row)])),
      appliedManifest: (sealedEpoch, seq) => selectManifest.get(office, sealedEpoch, seq) ?? null,
      chainAt: (epoch, n) => chainAt(office, epoch, n),
    }),
    append: (office, epoch, { n, line, chain }) => void insertLine.run(office, epoch, n, line, chain),
    linesOf: (office, epoch, after, to, most) => selectLines.all(office, epoch, after, to, most),
    begin({ office, epoch, epoch_base: base }) {
      const start = startOf(office, epoch, base);
      insertEpoch.run(office, epoch, base?.epoch ?? null, base?.n ?? null, base?.chain ?? null, start);
    },
    forget(office, epoch, { n, l, k }) {
      // Gathered first: what a statement reads it must not change under itself.
      for (const held of selectText.all(office, k, l, epoch, n)) {
        const leaf = leafOf(held.line).toString('hex');
        forgetLine.run(encodeForgotten({ n: held.n, leaf }), office, held.epoch, held.n);
      }
    },
    advance({ office, epoch, range, chain }, arrivals) {
      updateEpoch.run({ ...arrivals, office, epoch, to: range.to, chain });
    },
  };
}

interface TextRow {
  readonly epoch: number;
  readonly n: number;
  readonly line: string;
}
