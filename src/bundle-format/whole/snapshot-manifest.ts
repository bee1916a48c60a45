// manifest.json of a snapshot: after which line of the office's log its rows stand, and what they add up to.
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
import { limits } from '#bundle-format/limits.ts';
import {
  addressSpec,
  createdSpec,
  epochBaseSpec,
  findBaseFlaw,
  packedSpecs,
  shapes,
  type BundleManifest,
  type Created,
  type EpochBase,
} from '#bundle-format/manifest.ts';
import type { Packed } from '#bundle-format/parts.ts';

/** docs/format/bundle-v1.md, "Snapshot". Keys are written in the order of these interfaces. */
export interface SnapshotManifest {
  readonly format: 'jwb-manifest';
  readonly v: 1;
  readonly kind: 'snapshot';
  readonly office: string;
  readonly office_key: string;
  /** The incarnation of the office that sealed it, and whose line it names. */
  readonly epoch: number;
  readonly epoch_base: EpochBase | null;
  /** Number of the bundle that ends with line `n`; decides which key may have signed. */
  readonly seq: number;
  /** The records stand as they did after this line; 0 before the first. */
  readonly n: number;
  readonly chain: string;
  /** Live records of each ledger. */
  readonly counts: Readonly<Record<string, number>>;
  /** SHA-256 over all rows in their order. */
  readonly state: string;
  readonly schema: number;
  readonly app: string;
  readonly created: Created;
  readonly to: BundleManifest['to'];
  readonly files: readonly Packed[];
}

export const snapshotManifestSpec = record<SnapshotManifest>({
  format: literal('jwb-manifest'),
  v: literal(1),
  kind: literal('snapshot'),
  office: text(shapes.office),
  office_key: text(shapes.fingerprint),
  epoch: integer(1),
  epoch_base: nullable(epochBaseSpec),
  seq: integer(1),
  n: integer(0),
  chain: text(shapes.hex64),
  counts: table(shapes.ledger, integer(0), 256),
  state: text(shapes.hex64),
  schema: integer(1),
  app: text(shapes.token),
  created: createdSpec,
  to: addressSpec,
  files: list(record<Packed>(packedSpecs(/^snapshot-[0-9]{6}\.ndjson\.zst$/)), limits.members),
});

export function snapshotPartName(index: number): string {
  return `snapshot-${String(index + 1).padStart(6, '0')}.ndjson.zst`;
}

/** The first broken rule that binds several fields together, or null. */
export function findSnapshotFlaw(m: SnapshotManifest): string | null {
  const base = findBaseFlaw(m.epoch, m.epoch_base);
  if (base !== null) return base;
  if (m.to.recipients.length === 0) return 'to.recipients';
  for (const [i, { name }] of m.files.entries()) if (name !== snapshotPartName(i)) return `files[${i}].name`;
  const listed = m.files.reduce((sum, { rows }) => sum + rows, 0);
  const counted = Object.values(m.counts).reduce((sum, live) => sum + live, 0);
  return listed === counted ? null : 'counts';
}

export function encodeSnapshotManifest(manifest: SnapshotManifest): string {
  const wrong = findSnapshotFlaw(manifest);
  if (wrong !== null) throw new TypeError(`snapshot: ${wrong}`);
  return encodeCanonical(snapshotManifestSpec, manifest);
}
