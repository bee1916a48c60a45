// The bounds of JWB/1. Every buffer a reader allocates is sized by one of these, never by the file.

const MiB = 1024 * 1024;

export const limits = {
  /** Whole .jwb file, bytes. */
  file: 1024 * MiB,
  /** SHA256SUMS and each signature, bytes. */
  statement: 4096,
  /** Members of the inner archive. */
  members: 4096,
  /** manifest.json, bytes. */
  manifest: 16 * MiB,
  /** One part before compression, bytes. */
  partRaw: 16 * MiB,
  /** One part after compression, bytes: zstd's worst case for partRaw is below this. */
  part: 16 * MiB + 128 * 1024,
  /** One change line with its LF, bytes. */
  line: MiB,
  /** enrol.json and keyset.json, bytes. */
  card: MiB,
  /** decisions.json of a receipt, bytes. */
  decisions: MiB,
  /** Orders in one receipt, and dispatch.json, bytes. */
  orders: 256,
  dispatch: MiB,
  /** Texts in one receipt, and texts.json, bytes. */
  texts: 64,
  textsPart: 4 * MiB,
  /** Corrections in one receipt. */
  corrections: 4096,
  /** Nesting inside `d` of a change line. */
  depth: 8,
} as const;
