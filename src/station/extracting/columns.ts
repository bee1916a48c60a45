// What can be taken out of the store for an audit, and what each row says: docs/guides/station.md, "Taking figures out".

export const EXTRACTS = {
  bundles: [
    'office',
    'sealed_epoch',
    'seq',
    'epoch',
    'from_n',
    'to_n',
    'manifest_sha256',
    'file_sha256',
    'sealed_at',
    'received_at',
  ],
  lines: [
    'office',
    'epoch',
    'n',
    'at',
    'actor',
    'via',
    'ledger',
    'record',
    'op',
    'v',
    'changed',
    'leaf',
    'chain',
  ],
  records: ['office', 'ledger', 'record', 'v', 'state', 'n', 'fields'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ExtractKind = keyof typeof EXTRACTS;
export type ExtractRow = Readonly<Record<string, string | number | null>>;

/** Rows are ordered by these columns, and no two have the same. */
export const EXTRACT_KEYS = {
  bundles: ['office', 'sealed_epoch', 'seq'],
  lines: ['office', 'epoch', 'n'],
  records: ['office', 'ledger', 'record'],
} as const satisfies Readonly<Record<ExtractKind, readonly string[]>>;

export interface ExtractWish {
  readonly kind: ExtractKind;
  /** Null: every office. */
  readonly office: string | null;
  /** What came with a bundle received since then; null: everything. Records are as they stand, and know no since. */
  readonly since: string | null;
}

/** Values of the key columns, or what stands before every one of them. */
export function keyOf(kind: ExtractKind, row: ExtractRow | null): readonly (string | number)[] {
  if (row === null) return kind === 'records' ? ['', '', ''] : ['', 0, -1];
  return EXTRACT_KEYS[kind].map((column) => row[column] ?? '');
}
