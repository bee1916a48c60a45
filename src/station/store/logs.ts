// The offices' logs as held here: lines, chain and epochs, and the questions judgeSequence asks of them.
import type Database from 'better-sqlite3';
import {
  chainStart,
  type BundleManifest,
  type EpochBase,
  type HeldEpoch,
  type HeldState,
} from '#bundle-format';

export interface EpochRow {
  readonly epoch: number;
  readonly base_epoch: number | null;
  readonly base_n: number | null;
  readonly base_chain: string | null;
  readonly n: number;
  readonly chain: string;
  readonly forgotten: number;
}

export interface Logs {
  /** Oldest first. */
  readonly epochs: (office: string) => readonly EpochRow[];
  readonly chainAt: (office: string, epoch: number, n: number) => string | null;
  readonly held: (office: string) => HeldState;
  readonly append: (office: string, epoch: number, line: { n: number; line: string; chain: Buffer }) => void;
  readonly begin: (manifest: BundleManifest) => void;
  readonly advance: (manifest: BundleManifest, forgotten: number) => void;
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
  const insertEpoch = db.prepare('INSERT INTO epochs VALUES (?, ?, ?, ?, ?, 0, ?, 0)');
  const updateEpoch = db.prepare(
    `UPDATE epochs SET n = max(n, @to), forgotten = forgotten + @forgotten,
       chain = CASE WHEN @to > n THEN @chain ELSE chain END WHERE office = @office AND epoch = @epoch`,
  );

  const epochs = (office: string) => selectEpochs.all(office);

  function chainAt(office: string, epoch: number, n: number): string | null {
    if (n > 0) return selectChain.get(office, epoch, n)?.toString('hex') ?? null;
    const row = epochs(office).find((candidate) => candidate.epoch === epoch);
    return row === undefined ? null : startOf(office, epoch, baseOf(row));
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
    begin({ office, epoch, epoch_base: base }) {
      const start = startOf(office, epoch, base);
      insertEpoch.run(office, epoch, base?.epoch ?? null, base?.n ?? null, base?.chain ?? null, start);
    },
    advance({ office, epoch, range, chain }, forgotten) {
      updateEpoch.run({ office, epoch, to: range.to, chain, forgotten });
    },
  };
}

export function baseOf(row: EpochRow): EpochBase | null {
  const { base_epoch: epoch, base_n: n, base_chain: chain } = row;
  return epoch === null || n === null || chain === null ? null : { epoch, n, chain };
}

function heldEpoch(row: EpochRow): HeldEpoch {
  return { base: baseOf(row), n: row.n };
}

function startOf(office: string, epoch: number, base: EpochBase | null): string {
  return chainStart(office, epoch, base === null ? null : Buffer.from(base.chain, 'hex')).toString('hex');
}
