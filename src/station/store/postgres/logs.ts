// The offices' logs in PostgreSQL: lines, chain and epochs, and the questions judgeSequence asks of them.
import type { BundleManifest, BundlePoint, HeldState } from '#bundle-format';
import { heldEpoch, heldStart, pointsOf, type EpochRow } from '#station/store/epoch-rows.ts';
import type { StationStore } from '#station/store/port.ts';
import { first, rows, type Sql } from './sql.ts';

export function epochsOf(sql: Sql, office: string): Promise<readonly EpochRow[]> {
  return rows<EpochRow>(
    sql,
    `SELECT epoch, base_epoch, base_n, base_chain, n, chain, forgotten, blank_n, forgetting_n
       FROM station.epochs WHERE office = $1 ORDER BY epoch`,
    [office],
  );
}

/** For n = 0 where the epoch begins; null where the line is not held. */
export async function chainAt(sql: Sql, office: string, epoch: number, n: number): Promise<string | null> {
  if (n === 0) return heldStart(office, epoch, await epochsOf(sql, office));
  const text = `SELECT encode(h, 'hex') AS h FROM station.lines WHERE office = $1 AND epoch = $2 AND n = $3`;
  return (await first<{ h: string }>(sql, text, [office, epoch, n]))?.h ?? null;
}

export async function linesOf(
  sql: Sql,
  office: string,
  epoch: number,
  after: number,
  to: number,
  most: number,
): Promise<readonly string[]> {
  const found = await rows<{ line: string }>(
    sql,
    `SELECT line FROM station.lines WHERE office = $1 AND epoch = $2 AND n > $3 AND n <= $4 ORDER BY n LIMIT $5`,
    [office, epoch, after, to, most],
  );
  return found.map(({ line }) => line);
}

type Own = 'held' | 'lastApplied' | 'applied' | 'epochsOf' | 'chainAt' | 'linesOf';

export function openLogs(sql: Sql): Pick<StationStore, Own> {
  return {
    held: (manifest) => held(sql, manifest),
    lastApplied: (office) =>
      first<BundlePoint>(
        sql,
        `SELECT sealed_epoch AS epoch, seq FROM station.bundles
          WHERE office = $1 ORDER BY sealed_epoch DESC, seq DESC LIMIT 1`,
        [office],
      ),
    applied: async (office) =>
      Object.fromEntries(
        (await epochsOf(sql, office)).map(({ epoch, n, chain }) => [String(epoch), { n, chain }]),
      ),
    epochsOf: (office) => epochsOf(sql, office),
    chainAt: (office, epoch, n) => chainAt(sql, office, epoch, n),
    linesOf: (office, epoch, after, to, most) => linesOf(sql, office, epoch, after, to, most),
  };
}

/** Its questions are answered at once, so whatever it may ask is fetched beforehand. */
async function held(sql: Sql, manifest: BundleManifest): Promise<HeldState> {
  const { office, sealed_epoch: sealedEpoch, seq } = manifest;
  const epochs = await epochsOf(sql, office);
  const chains = new Map<string, string | null>();
  for (const { epoch, n } of pointsOf(manifest))
    chains.set(`${epoch} ${n}`, await chainAt(sql, office, epoch, n));
  const applied = await rows<{ seq: number; manifest: string }>(
    sql,
    `SELECT seq, manifest_sha256 AS manifest FROM station.bundles
      WHERE office = $1 AND sealed_epoch = $2 AND seq IN ($3, $4)`,
    [office, sealedEpoch, seq, seq - 1],
  );
  return {
    office,
    epochs: new Map(epochs.map((row) => [row.epoch, heldEpoch(row)])),
    appliedManifest: (epoch, number) =>
      epoch === sealedEpoch ? (applied.find((row) => row.seq === number)?.manifest ?? null) : null,
    chainAt(epoch, n) {
      const found = chains.get(`${epoch} ${n}`);
      if (found === undefined) throw new RangeError(`chain after ${epoch}/${n} was not fetched`);
      return found;
    },
  };
}
