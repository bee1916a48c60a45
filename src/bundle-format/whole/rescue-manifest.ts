// manifest.json of a rescue file: a range of what a station holds of an office, given back to the office's new key.
import {
  encodeCanonical,
  integer,
  list,
  literal,
  nullable,
  record,
  table,
  text,
} from '#bundle-format/canonical.ts';
import {
  createdSpec,
  epochBaseSpec,
  findBaseFlaw,
  findPartsFlaw,
  partsSpec,
  shapes,
  type Created,
  type EpochBase,
  type PartEntry,
  type Range,
} from '#bundle-format/manifest.ts';

/** docs/format/bundle-v1.md, "Rescue". Keys are written in the order of these interfaces. */
export interface RescueManifest {
  readonly format: 'jwb-manifest';
  readonly v: 1;
  readonly kind: 'restore';
  readonly station: string;
  readonly station_key: string;
  readonly office: string;
  /** 16 random hex, the same in every file of one rescue. */
  readonly set: string;
  /** Everything that is held, by epoch; the same in every file of one rescue. */
  readonly holds: readonly RescuedEpoch[];
  /** In which epoch the office goes on: its new key is valid from there. */
  readonly next_epoch: number;
  /** Live records of each ledger after the last line of the newest epoch, and the hash of their rows, as a snapshot has them. */
  readonly live: Readonly<Record<string, number>> | null;
  readonly state: string | null;
  /** The receipt that confirms all of it. */
  readonly receipt: RescueReceipt;
  /** Whose lines this file carries, and which. */
  readonly epoch: number;
  readonly range: Range;
  readonly prev_chain: string;
  readonly chain: string;
  readonly counts: Readonly<Record<string, RescueCounts>>;
  readonly forgotten: number;
  /** No line has a higher `s`. */
  readonly schema: number;
  readonly created: Created;
  readonly files: readonly PartEntry[];
}

export interface RescuedEpoch {
  readonly epoch: number;
  readonly base: EpochBase | null;
  /** Last line held; 0 for none. */
  readonly n: number;
  readonly chain: string;
}

export interface RescueCounts {
  readonly I: number;
  readonly U: number;
  readonly X: number;
}

export interface RescueReceipt {
  readonly station_epoch: number;
  readonly station_tag: string;
  readonly seq: number;
  /** SHA-256 of its manifest.json. */
  readonly sha256: string;
}

export const rescueManifestSpec = record<RescueManifest>({
  format: literal('jwb-manifest'),
  v: literal(1),
  kind: literal('restore'),
  station: text(shapes.office),
  station_key: text(shapes.fingerprint),
  office: text(shapes.office),
  set: text(shapes.hex16),
  holds: list(
    record<RescuedEpoch>({
      epoch: integer(1),
      base: nullable(epochBaseSpec),
      n: integer(0),
      chain: text(shapes.hex64),
    }),
    4096,
  ),
  next_epoch: integer(2),
  live: nullable(table(shapes.ledger, integer(0), 256)),
  state: nullable(text(shapes.hex64)),
  receipt: record<RescueReceipt>({
    station_epoch: integer(1),
    station_tag: text(shapes.hex8),
    seq: integer(1),
    sha256: text(shapes.hex64),
  }),
  epoch: integer(1),
  range: record<Range>({ from: integer(1), to: integer(0) }),
  prev_chain: text(shapes.hex64),
  chain: text(shapes.hex64),
  counts: table(shapes.ledger, record<RescueCounts>({ I: integer(0), U: integer(0), X: integer(0) }), 256),
  forgotten: integer(0),
  schema: integer(1),
  created: createdSpec,
  files: partsSpec,
});

/** The first broken rule that binds several fields together, or null. */
export function findRescueFlaw(m: RescueManifest): string | null {
  const holds = findHoldsFlaw(m);
  if (holds !== null) return holds;
  if ((m.live === null) !== (m.state === null)) return 'state';
  const own = m.holds.find(({ epoch }) => epoch === m.epoch);
  if (own === undefined) return 'epoch';
  if (m.range.to < m.range.from - 1 || m.range.to > own.n) return 'range';
  // A file without lines says that an epoch has none; any other goes further than the one before.
  if (m.range.to < m.range.from && own.n > 0) return 'range';
  if (m.range.to === own.n && m.chain !== own.chain) return 'chain';
  if (m.range.to === m.range.from - 1 && m.chain !== m.prev_chain) return 'chain';
  return findPartsFlaw(m);
}

function findHoldsFlaw({ holds, next_epoch }: RescueManifest): string | null {
  let before = 0;
  for (const [i, { epoch, base }] of holds.entries()) {
    if (epoch <= before) return `holds[${i}].epoch`;
    const wrong = findBaseFlaw(epoch, base);
    if (wrong !== null) return `holds[${i}].${wrong}`;
    before = epoch;
  }
  if (before === 0) return 'holds';
  return next_epoch > before ? null : 'next_epoch';
}

export function encodeRescueManifest(manifest: RescueManifest): string {
  const wrong = findRescueFlaw(manifest);
  if (wrong !== null) throw new TypeError(`rescue: ${wrong}`);
  return encodeCanonical(rescueManifestSpec, manifest);
}
