// manifest.json of a receipt: what the station has, cumulatively, so that any single receipt suffices.
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
  words,
} from '#bundle-format/canonical.ts';
import { limits } from '#bundle-format/limits.ts';
import { createdSpec, shapes, type Created } from '#bundle-format/manifest.ts';

/** docs/format/bundle-v1.md, "Receipt". Keys are written in the order of these interfaces. */
export interface ReceiptManifest {
  readonly format: 'jwb-manifest';
  readonly v: 1;
  readonly kind: 'receipt';
  readonly station: string;
  /** Fingerprint of the station-sign key. */
  readonly station_key: string;
  readonly office: string;
  /** Incarnation of the station's store, from 1; a restored station begins the next one. */
  readonly station_epoch: number;
  /** 8 random hex chosen with the epoch: two copies of one station cannot share it. */
  readonly station_tag: string;
  /** Number of this receipt to this office in the station epoch, from 1. */
  readonly seq: number;
  /** SHA-256 of the previous receipt's manifest.json in this station epoch; null for seq 1 and only there. */
  readonly prev: string | null;
  /** Office epoch → last line committed in the station's store. */
  readonly applied: Readonly<Record<string, ChainPoint>>;
  /** Office epoch → last n contained in a station backup that was restored and verified. */
  readonly durable: Readonly<Record<string, number>>;
  readonly held: readonly HeldRange[];
  readonly refused: readonly RefusedFile[];
  /** First 32 hex of SHA-256 of each file seen since the last receipt: their names on the stick. */
  readonly seen_files: readonly string[];
  readonly keyset: { readonly v: number; readonly sha256: string };
  readonly corrections: readonly Correction[];
  /** Ranges [from, to] the station asks for again. */
  readonly resend: readonly ResendRange[];
  readonly created: Created;
  readonly files: readonly ReceiptFile[];
}

export interface ChainPoint {
  readonly n: number;
  readonly chain: string;
}

export interface HeldRange {
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
}

export type ResendRange = HeldRange;

export interface RefusedFile {
  readonly file: string;
  readonly code: string;
}

/** A correction the station proposes; only the office changes its rows. `fields` is canonical JSON text. */
export interface Correction {
  readonly id: string;
  readonly ledger: string;
  readonly k: string;
  readonly base: number;
  readonly fields: string;
  readonly reason: string;
  readonly officer: string;
}

/** What may travel in a receipt, in this order: a whole sealed keyset, answers to records of the office, orders, texts. */
export const receiptParts = ['keyset.jwb', 'decisions.json', 'dispatch.json', 'texts.json'] as const;
export type ReceiptPart = (typeof receiptParts)[number];

export interface ReceiptFile {
  readonly name: ReceiptPart;
  readonly size: number;
  readonly sha256: string;
}

const rangeSpec = record<HeldRange>({ epoch: integer(1), from: integer(1), to: integer(1) });

export const receiptManifestSpec = record<ReceiptManifest>({
  format: literal('jwb-manifest'),
  v: literal(1),
  kind: literal('receipt'),
  station: text(shapes.office),
  station_key: text(shapes.fingerprint),
  office: text(shapes.office),
  station_epoch: integer(1),
  station_tag: text(shapes.hex8),
  seq: integer(1),
  prev: nullable(text(shapes.hex64)),
  applied: table(shapes.epoch, record<ChainPoint>({ n: integer(0), chain: text(shapes.hex64) }), 4096),
  durable: table(shapes.epoch, integer(0), 4096),
  held: list(rangeSpec, 4096),
  refused: list(record<RefusedFile>({ file: text(shapes.hex32), code: text(/^[EWI][0-9]{3}$/) }), 65_536),
  seen_files: list(text(shapes.hex32), 65_536),
  keyset: record<ReceiptManifest['keyset']>({ v: integer(1), sha256: text(shapes.hex64) }),
  corrections: list(
    record<Correction>({
      id: text(shapes.token),
      ledger: text(shapes.ledger),
      k: text(shapes.record),
      base: integer(0),
      fields: text(/^\{[^\n]{0,65536}\}$/),
      reason: words(1000),
      officer: words(64),
    }),
    limits.corrections,
  ),
  resend: list(rangeSpec, 4096),
  created: createdSpec,
  files: list(
    record<ReceiptFile>({
      name: oneOf(receiptParts),
      size: integer(1),
      sha256: text(shapes.hex64),
    }),
    receiptParts.length,
  ),
});

const mostBytes: Readonly<Record<ReceiptPart, number>> = {
  'keyset.jwb': 2 * limits.card,
  'decisions.json': limits.decisions,
  'dispatch.json': limits.dispatch,
  'texts.json': limits.textsPart,
};

/** The first broken rule that binds several fields together, or null. */
export function findReceiptFlaw(receipt: ReceiptManifest): string | null {
  if ((receipt.seq === 1) !== (receipt.prev === null)) return 'prev';
  for (const range of [...receipt.held, ...receipt.resend]) if (range.to < range.from) return 'range';
  for (const [epoch, n] of Object.entries(receipt.durable)) {
    if (n > (receipt.applied[epoch]?.n ?? 0)) return 'durable';
  }
  for (const [i, { name, size }] of receipt.files.entries()) {
    if (size > mostBytes[name]) return `files[${i}].size`;
    if (!isNextPart(name, receipt.files[i - 1]?.name)) return `files[${i}].name`;
  }
  return null;
}

/** Whether a part may stand there: one of ours, after those that come before it. */
export function isNextPart(name: string, before: string | undefined): boolean {
  const place = (part: string) => receiptParts.findIndex((known) => known === part);
  return place(name) > (before === undefined ? -1 : place(before));
}

export function encodeReceiptManifest(receipt: ReceiptManifest): string {
  const wrong = findReceiptFlaw(receipt);
  if (wrong !== null) throw new TypeError(`receipt: ${wrong}`);
  return encodeCanonical(receiptManifestSpec, receipt);
}
