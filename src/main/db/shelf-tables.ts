/** Tables of the shelves: the office's own working state, without journal lines of their own. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const drafts = sqliteTable('drafts', {
  id: text().primaryKey(),
  staff: text().notNull(),
  form: text().notNull(),
  /** Null once consumed by a save. */
  content: text(),
  /** The record that came of it. */
  record: text(),
  keptAt: text('kept_at').notNull(),
});

export const preferences = sqliteTable(
  'preferences',
  { staff: text().notNull(), name: text().notNull(), value: text().notNull() },
  (table) => [primaryKey({ columns: [table.staff, table.name] })],
);

export const officeKeys = sqliteTable('office_keys', { kind: text().primaryKey(), value: text().notNull() });

export const stations = sqliteTable('stations', {
  code: text().primaryKey(),
  /** Canonical JSON of the verified keyset. */
  keyset: text().notNull(),
  version: integer().notNull(),
  pinnedAt: text('pinned_at').notNull(),
  pinnedBy: text('pinned_by').notNull(),
});

export const bundles = sqliteTable(
  'bundles',
  {
    /** In which it was sealed; `seq` counts in it. */
    sealedEpoch: integer('sealed_epoch').notNull(),
    seq: integer().notNull(),
    /** Whose lines it carries. */
    epoch: integer().notNull(),
    file: text().notNull(),
    bytes: integer().notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    fromN: integer('from_n').notNull(),
    toN: integer('to_n').notNull(),
    sealedAt: text('sealed_at').notNull(),
    sealedBy: text('sealed_by').notNull(),
    writtenAt: text('written_at'),
    state: text({ enum: ['sealed', 'written', 'confirmed', 'held', 'refused'] }).notNull(),
    checkCode: text('check_code'),
  },
  (table) => [primaryKey({ columns: [table.sealedEpoch, table.seq] })],
);

export const snapshots = sqliteTable(
  'snapshots',
  {
    epoch: integer().notNull(),
    /** It stands after this line. */
    n: integer().notNull(),
    file: text().notNull(),
    bytes: integer().notNull(),
    /** Live records in it. */
    rows: integer().notNull(),
    sealedAt: text('sealed_at').notNull(),
    sealedBy: text('sealed_by').notNull(),
    writtenAt: text('written_at'),
    state: text({ enum: ['sealed', 'written', 'confirmed', 'held', 'refused'] }).notNull(),
    checkCode: text('check_code'),
  },
  (table) => [primaryKey({ columns: [table.epoch, table.n] })],
);

export const receipts = sqliteTable(
  'receipts',
  {
    stationEpoch: integer('station_epoch').notNull(),
    seq: integer().notNull(),
    stationTag: text('station_tag').notNull(),
    file: text().notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    readAt: text('read_at').notNull(),
    /** Office epoch → last line the station had applied, as JSON. */
    confirmed: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.stationEpoch, table.seq] })],
);

/** Filters a person gave a name. */
export const views = sqliteTable('views', {
  id: text().primaryKey(),
  staff: text().notNull(),
  name: text().notNull(),
  shared: integer({ mode: 'boolean' }).notNull(),
  /** JSON. */
  filter: text().notNull(),
  keptAt: text('kept_at').notNull(),
});

/** Pairs found to be two people; `a` sorts before `b`. */
export const settledPairs = sqliteTable(
  'settled_pairs',
  {
    a: text().notNull(),
    b: text().notNull(),
    staff: text().notNull(),
    settledAt: text('settled_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.a, table.b] })],
);

export const importBatches = sqliteTable('import_batches', {
  id: text().primaryKey(),
  /** Name of the file, without its folder. */
  file: text().notNull(),
  at: text().notNull(),
  staff: text().notNull(),
  /** Epoch, first and last of the journal lines it wrote. */
  epoch: integer().notNull(),
  fromN: integer('from_n').notNull(),
  toN: integer('to_n').notNull(),
  /** JSON. */
  counts: text().notNull(),
  undoneAt: text('undone_at'),
});

export const importMappings = sqliteTable('import_mappings', {
  /** SHA-256 of the headers, so that none of them is kept. */
  headers: text().primaryKey(),
  /** JSON. */
  mapping: text().notNull(),
  staff: text().notNull(),
  keptAt: text('kept_at').notNull(),
});

/** What the station proposes and no officer has answered yet; gone with the record it is about (a trigger of the store). */
export const proposals = sqliteTable('proposals', {
  /** As the station names it. */
  id: text().primaryKey(),
  ledger: text().notNull(),
  record: text().notNull(),
  /** Version of the record that was read there. */
  base: integer().notNull(),
  /** Canonical JSON. */
  fields: text().notNull(),
  reason: text().notNull(),
  officer: text().notNull(),
  receivedOn: text('received_on').notNull(),
});

export type ShelfTable =
  | typeof drafts
  | typeof preferences
  | typeof officeKeys
  | typeof stations
  | typeof bundles
  | typeof snapshots
  | typeof receipts
  | typeof views
  | typeof settledPairs
  | typeof importBatches
  | typeof importMappings
  | typeof proposals;
