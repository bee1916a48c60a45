/** Addresses by their numbers, as a search asks of them again and again. Forgotten as soon as anything was written. */
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { placeForm } from './place-form.ts';

export interface BookEntry {
  /** 青禾苑3-2-501- */
  readonly form: string;
  /** 0 for the topmost. */
  readonly parent: number;
}

export interface AddressBook {
  /** Null where no such address stands in the ledger. */
  entry(n: number): BookEntry | null;
  /** Before each search. */
  refresh(): void;
}

/** Entries kept; some hundred bytes each. */
const KEPT_MAX = 30_000;

export function openAddressBook(raw: Pick<Store['raw'], 'prepare'>, office: string): AddressBook {
  const select = raw
    .prepare('SELECT line, parent_id FROM addresses WHERE id = ? AND retired_at IS NULL')
    .raw();
  // Changes with every commit of the writing connection.
  const selectVersion = raw.prepare('SELECT data_version FROM pragma_data_version').pluck();
  const kept = new Map<number, BookEntry | null>();
  let version: unknown = null;

  return {
    entry(n) {
      let entry = kept.get(n);
      if (entry === undefined) {
        const row = select.get(formatRecordId(office, n)) as [string, string | null] | undefined;
        entry =
          row === undefined
            ? null
            : { form: placeForm(row[0]), parent: row[1] === null ? 0 : numberOfRecord(row[1]) };
        if (kept.size >= KEPT_MAX) kept.clear();
        kept.set(n, entry);
      }
      return entry;
    },
    refresh() {
      const now = selectVersion.get();
      if (now !== version) kept.clear();
      version = now;
    },
  };
}
