// manifest.json of a bundle: what the signature inside answers for.
import {
  encodeCanonical,
  integer,
  list,
  literal,
  nullable,
  oneOf,
  record,
  table,
  text,
  type Spec,
} from './canonical.ts';
import { limits } from './limits.ts';
import type { Packed } from './parts.ts';

/** docs/format/bundle-v1.md, "Manifest". Keys are written in the order of these interfaces. */
export interface BundleManifest {
  readonly format: 'jwb-manifest';
  readonly v: 1;
  readonly kind: 'bundle';
  readonly office: string;
  /** `SHA256:…` fingerprint of the signing key, as `ssh-keygen -l` prints it. */
  readonly office_key: string;
  /** Incarnation of the office's log the lines belong to, from 1; a restore from backup begins the next one. */
  readonly epoch: number;
  /** The restored point; null in epoch 1 and only there. */
  readonly epoch_base: EpochBase | null;
  /** Incarnation the office was in when it sealed: `epoch`, or a later one for what an older epoch left unsent. */
  readonly sealed_epoch: number;
  /** Number of this bundle among those sealed in `sealed_epoch`, from 1, without gaps. */
  readonly seq: number;
  /** SHA-256 of the manifest.json before it in `sealed_epoch`; null for seq 1 and only there. */
  readonly prev: string | null;
  /** Empty range: `from` = `to` + 1. */
  readonly range: Range;
  readonly prev_chain: string;
  readonly chain: string;
  readonly counts: Readonly<Record<string, LedgerCounts>>;
  /** Lines of the range whose text the office had already forgotten. */
  readonly forgotten: number;
  /** Highest schema number any line may carry. */
  readonly schema: number;
  readonly app: string;
  readonly created: Created;
  readonly to: { readonly station: string; readonly keyset: number; readonly recipients: readonly string[] };
  /** The newest receipt the office accepted; lets the station notice that it was itself rolled back. */
  readonly last_receipt: ReceiptEcho | null;
  readonly files: readonly PartEntry[];
  /** Attachments: none in version 1. */
  readonly blobs: readonly [];
}

/** A point of an older epoch. Of an epoch above 1 never `n` 0: then that epoch's own base is named. */
export interface EpochBase {
  readonly epoch: number;
  readonly n: number;
  readonly chain: string;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface LedgerCounts {
  readonly I: number;
  readonly U: number;
  readonly X: number;
  /** Live rows at `range.to`, as the office counts them. */
  readonly live: number;
}

export const doubts = [
  'wall_before_max_seen',
  'wall_jumped',
  'year_implausible',
  'no_battery_suspected',
] as const;

/** What the clocks said. Shown to people; never used to accept or to order anything. */
export interface Created {
  /** Local time with offset, or UTC with Z; milliseconds. */
  readonly wall: string;
  readonly max_seen: string;
  readonly mono_ms: number;
  /** Changes whenever the computer was started anew. */
  readonly boot: string;
  readonly doubt: readonly (typeof doubts)[number][];
}

export interface ReceiptEcho {
  readonly station_epoch: number;
  readonly station_tag: string;
  readonly seq: number;
  /** SHA-256 of that receipt's manifest.json. */
  readonly sha256: string;
  /** Epoch → last n the station had applied. */
  readonly confirmed: Readonly<Record<string, number>>;
}

export interface PartEntry extends Packed {
  readonly from: number;
  readonly to: number;
}

export const shapes = {
  hex64: /^[0-9a-f]{64}$/,
  hex32: /^[0-9a-f]{32}$/,
  hex16: /^[0-9a-f]{16}$/,
  hex8: /^[0-9a-f]{8}$/,
  office: /^[0-9A-Za-z][0-9A-Za-z-]{0,31}$/,
  ledger: /^[a-z][a-z_]{0,39}$/,
  record: /^[0-9A-Za-z-][0-9A-Za-z_.:-]{0,63}$/,
  epoch: /^[1-9][0-9]{0,15}$/,
  fingerprint: /^SHA256:[A-Za-z0-9+/]{43}$/,
  time: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}(?:Z|[+-][0-9]{2}:[0-9]{2})$/,
  token: /^[0-9A-Za-z][0-9A-Za-z._+-]{0,63}$/,
  part: /^changes-[0-9]{6}\.ndjson\.zst$/,
} as const;

export const createdSpec = record<Created>({
  wall: text(shapes.time),
  max_seen: text(shapes.time),
  mono_ms: integer(0),
  boot: text(shapes.token),
  doubt: list(oneOf(doubts), doubts.length),
});

export const epochBaseSpec = record<EpochBase>({
  epoch: integer(1),
  n: integer(0),
  chain: text(shapes.hex64),
});

export const addressSpec = record<BundleManifest['to']>({
  station: text(shapes.office),
  keyset: integer(1),
  recipients: list(text(shapes.hex16), 8),
});

/** What is the same of every part, wherever it is listed; in the order in which it is written. */
export function packedSpecs(name: RegExp): { readonly [K in keyof Packed]-?: Spec<Packed[K]> } {
  return {
    name: text(name),
    size: integer(1, limits.part),
    sha256: text(shapes.hex64),
    raw_size: integer(1, limits.partRaw),
    raw_sha256: text(shapes.hex64),
    rows: integer(1),
  };
}

export const partsSpec = list(
  record<PartEntry>({ ...packedSpecs(shapes.part), from: integer(1), to: integer(1) }),
  limits.members,
);

export const bundleManifestSpec = record<BundleManifest>({
  format: literal('jwb-manifest'),
  v: literal(1),
  kind: literal('bundle'),
  office: text(shapes.office),
  office_key: text(shapes.fingerprint),
  epoch: integer(1),
  epoch_base: nullable(epochBaseSpec),
  sealed_epoch: integer(1),
  seq: integer(1),
  prev: nullable(text(shapes.hex64)),
  range: record<Range>({ from: integer(1), to: integer(0) }),
  prev_chain: text(shapes.hex64),
  chain: text(shapes.hex64),
  counts: table(
    shapes.ledger,
    record<LedgerCounts>({ I: integer(0), U: integer(0), X: integer(0), live: integer(0) }),
    256,
  ),
  forgotten: integer(0),
  schema: integer(1),
  app: text(shapes.token),
  created: createdSpec,
  to: addressSpec,
  last_receipt: nullable(
    record<ReceiptEcho>({
      station_epoch: integer(1),
      station_tag: text(shapes.hex8),
      seq: integer(1),
      sha256: text(shapes.hex64),
      confirmed: table(shapes.epoch, integer(0), 4096),
    }),
  ),
  files: partsSpec,
  blobs: {
    read: (value, at) => {
      list(literal(''), 0).read(value, at);
      return [];
    },
    write: () => '[]',
  },
});

/** The parts with the numbers of the lines they hold. */
export function placeParts(parts: readonly Packed[], from: number): PartEntry[] {
  let next = from;
  return parts.map((part) => {
    const entry = { ...part, from: next, to: next + part.rows - 1 };
    next += part.rows;
    return entry;
  });
}

export function partName(index: number): string {
  return `changes-${String(index + 1).padStart(6, '0')}.ndjson.zst`;
}

/** docs/format/bundle-v1.md, "Epochs": what an epoch may begin from. */
export function findBaseFlaw(epoch: number, base: EpochBase | null): string | null {
  if ((epoch === 1) !== (base === null)) return 'epoch_base';
  if (base === null) return null;
  if (base.epoch >= epoch) return 'epoch_base.epoch';
  return base.n === 0 && base.epoch > 1 ? 'epoch_base.n' : null;
}

/** The first broken rule that binds several fields together, or null. */
export function findManifestFlaw(m: BundleManifest): string | null {
  const base = findBaseFlaw(m.epoch, m.epoch_base);
  if (base !== null) return base;
  if (m.sealed_epoch < m.epoch) return 'sealed_epoch';
  if ((m.seq === 1) !== (m.prev === null)) return 'prev';
  if (m.range.to < m.range.from - 1) return 'range';
  if (m.range.to === m.range.from - 1 && m.chain !== m.prev_chain) return 'chain';
  if (m.to.recipients.length === 0) return 'to.recipients';
  const parts = findPartsFlaw(m);
  if (parts !== null) return parts;
  if (m.forgotten > m.range.to - m.range.from + 1) return 'forgotten';
  return null;
}

/** The parts are numbered, follow one another, and together are the range. */
export function findPartsFlaw({ files, range }: Pick<BundleManifest, 'files' | 'range'>): string | null {
  let next = range.from;
  for (const [i, part] of files.entries()) {
    if (part.name !== partName(i)) return `files[${i}].name`;
    if (part.from !== next || part.to < part.from) return `files[${i}].from`;
    if (part.rows !== part.to - part.from + 1) return `files[${i}].rows`;
    next = part.to + 1;
  }
  return next === range.to + 1 ? null : 'files';
}

export function encodeBundleManifest(manifest: BundleManifest): string {
  const wrong = findManifestFlaw(manifest);
  if (wrong !== null) throw new TypeError(`manifest: ${wrong}`);
  return encodeCanonical(bundleManifestSpec, manifest);
}
