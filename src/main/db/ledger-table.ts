/** What the journal has to know of a ledger: its table and whether its lines speak of people. */
import { getTableColumns, getTableName, type Column } from 'drizzle-orm';
import { integer, text, type AnySQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { LedgerName } from '#shared/ledgers/names.ts';

/** The columns that the journal alone fills in. Every ledger table spreads them. */
export function stamps() {
  return {
    id: text().primaryKey(),
    /** 1 at the first save, one more at each change; a save carries the revision it saw. */
    revision: integer().notNull(),
    /** The journal line that wrote this row last. */
    changeN: integer('change_n').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    /** Instant of retirement; null while the record is live. */
    retiredAt: text('retired_at'),
  };
}

export type StampName = keyof ReturnType<typeof stamps>;
export type LedgerTable = SQLiteTable & Record<'id' | 'revision' | 'retiredAt', AnySQLiteColumn>;

export interface Ledger<T extends LedgerTable = LedgerTable> {
  readonly name: LedgerName;
  readonly table: T;
  /** True where a line carries facts about people: its leaf gets random bytes, so that it cannot be guessed back. */
  readonly personal: boolean;
  /**
   * Fields that stay when a record is forgotten: counts and codes, and what the table cannot be without. All others are
   * emptied. Left out where records are never forgotten.
   */
  readonly keeps?: readonly string[];
  /** How its records are found as somebody types; left out where nobody searches. */
  readonly finder?: Finder<T>;
}

/**
 * What a record is found by. It follows from the row alone, stands in a table beside the ledger (`X_keys`), is in no line
 * and in no bundle, and can be built anew at any time.
 */
export interface Finder<T extends LedgerTable> {
  /** Raised when the same row gives other keys: the table is then built anew at the next unlock. */
  readonly version: number;
  /** Keys of a live row; none for a record that nobody may find. */
  keysOf(row: Row<T>): readonly string[];
  /** The number of the record it stands at, an address; 0 for none. Its keys carry it, so that few rows have to be read. */
  at(row: Row<T>): number;
}

export type Row<T extends LedgerTable> = T['$inferSelect'];
/** What a service gives for a new record: everything but the stamps. */
export type NewRow<T extends LedgerTable> = Omit<T['$inferInsert'], StampName>;
export type Changes<T extends LedgerTable> = Partial<NewRow<T>>;

const STAMP_NAMES: ReadonlySet<string> = new Set(Object.keys(stamps()));

export type Field = readonly [name: string, column: Column];

/** The fields of a ledger that belong to its author, by property name: in the order of the alphabet, as a line has them. */
export function fieldsOf(table: LedgerTable): readonly Field[] {
  let fields = known.get(table);
  if (fields === undefined) {
    fields = Object.entries(getTableColumns(table))
      .filter(([name]) => !STAMP_NAMES.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    known.set(table, fields);
  }
  return fields;
}

const known = new WeakMap<LedgerTable, readonly Field[]>();

export function tableName(table: LedgerTable): string {
  return getTableName(table);
}
