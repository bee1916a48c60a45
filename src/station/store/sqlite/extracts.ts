// What an audit may read, from SQLite. The same rows as the views of the schema `audit` in PostgreSQL.
import type Database from 'better-sqlite3';
import { leafOf, readForgotten, type Change } from '#bundle-format';
import {
  EXTRACTS,
  EXTRACT_KEYS,
  keyOf,
  type ExtractRow,
  type ExtractWish,
} from '#station/extracting/columns.ts';
import { SHOWN_FIELDS, shownFields } from '#station/extracting/shown-fields.ts';
import type { StationStore } from '#station/store/port.ts';

interface LineRow {
  readonly office: string;
  readonly epoch: number;
  readonly n: number;
  readonly line: string;
  readonly h: Buffer;
}

interface RecordRow {
  readonly office: string;
  readonly ledger: string;
  readonly record: string;
  readonly v: number;
  readonly live: number;
  readonly n: number;
  readonly fields: string;
  readonly forgotten: number;
}

export function openExtracts(db: Database.Database): Pick<StationStore, 'extract'> {
  const ledgers = Object.keys(SHOWN_FIELDS).map((ledger) => `'${ledger}'`);
  const sources = {
    bundles: `${EXTRACTS.bundles.join(', ')} FROM bundles AS t WHERE (@since IS NULL OR received_at >= @since)`,
    lines: `office, epoch, n, line, h FROM lines AS t WHERE (@since IS NULL OR EXISTS (SELECT 1 FROM bundles AS b
      WHERE b.office = t.office AND b.epoch = t.epoch AND t.n BETWEEN b.from_n AND b.to_n AND b.received_at >= @since))`,
    records: `office, ledger, record, v, live, n, fields, forgotten FROM records AS t WHERE ledger IN (${ledgers.join(', ')})`,
  } as const;
  const rowOf = {
    bundles: (row: unknown) => row as ExtractRow,
    lines: (row: unknown) => lineRow(row as LineRow),
    records: (row: unknown) => recordRow(row as RecordRow),
  } as const;
  return {
    async extract({ kind, office, since }: ExtractWish, last, most) {
      const key = EXTRACT_KEYS[kind].join(', ');
      const page = db.prepare<[object]>(
        `SELECT ${sources[kind]} AND (@office IS NULL OR office = @office) AND (${key}) > (@a, @b, @c)
          ORDER BY ${key} LIMIT @most`,
      );
      const [a, b, c] = keyOf(kind, last);
      return page.all({ office, since, a, b, c, most }).map(rowOf[kind]);
    },
  };
}

function lineRow({ office, epoch, n, line, h }: LineRow): ExtractRow {
  const forgotten = readForgotten(line);
  const change = forgotten === null ? (JSON.parse(line) as Change) : null;
  const told = change !== null && shownFields(change.l) !== null ? change : null;
  return {
    office,
    epoch,
    n,
    at: told?.t ?? null,
    actor: told?.u ?? null,
    via: told?.via ?? null,
    ledger: told?.l ?? null,
    record: told?.k ?? null,
    op: told?.op ?? null,
    v: told?.v ?? null,
    changed: told === null ? null : changedText(told),
    leaf: forgotten?.leaf ?? leafOf(line).toString('hex'),
    chain: h.toString('hex'),
  };
}

/** Which of the fields that are told; null for none of them. */
function changedText({ l, d }: Change): string | null {
  const told = (shownFields(l) ?? []).filter((field) => Object.hasOwn(d, field));
  return told.length === 0 ? null : told.toSorted().join(' ');
}

function recordRow({ office, ledger, record, v, live, n, fields, forgotten }: RecordRow): ExtractRow {
  const held = JSON.parse(fields) as Readonly<Record<string, unknown>>;
  const shown = (shownFields(ledger) ?? []).filter((field) => Object.hasOwn(held, field));
  const state = forgotten === 1 ? 'forgotten' : live === 1 ? 'live' : 'out';
  const told = Object.fromEntries(shown.map((field) => [field, held[field]]));
  return { office, ledger, record, v, state, n, fields: JSON.stringify(told) };
}
