/** Elements of the tree as the counter sees them. */
import { and, eq, isNull } from 'drizzle-orm';
import { CHILDREN_MAX, type AddressNode, type AddressRecord } from '#shared/contract/population/addresses.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { readRow } from '#main/db/row-writer.ts';
import { addresses, type AddressRow } from '#main/ledgers/population/tables.ts';
import { compareElements } from './element-key.ts';
import { BELOW } from './lines.ts';

const CHILDREN = `(SELECT count(*) FROM addresses c WHERE c.parent_id = a.id AND c.retired_at IS NULL)`;

export function findAddress(db: ReadHandle, id: string): AddressRow | null {
  const where = and(eq(addresses.id, id), isNull(addresses.retiredAt));
  return db.select().from(addresses).where(where).get() ?? null;
}

/** The elements directly below, as stored; the topmost for null. */
export function childrenOf(raw: Store['raw'], parent: string | null): AddressRow[] {
  return raw
    .prepare('SELECT * FROM addresses WHERE parent_id IS ? AND retired_at IS NULL ORDER BY id')
    .all(parent)
    .map((row) => readRow(addresses, row as Stored));
}

/** The same for the counter, in the order in which people read them. */
export function nodesBelow(raw: Store['raw'], parent: string | null): AddressNode[] {
  const rows = raw
    .prepare(
      `SELECT a.*, ${CHILDREN} AS children FROM addresses a WHERE a.parent_id IS ? AND a.retired_at IS NULL`,
    )
    .all(parent) as Stored[];
  return rows.map(nodeOf).sort(compareElements).slice(0, CHILDREN_MAX);
}

export function addressNodeOf(raw: Store['raw'], id: string): AddressNode | null {
  const found = raw
    .prepare(`SELECT a.*, ${CHILDREN} AS children FROM addresses a WHERE a.id = ? AND a.retired_at IS NULL`)
    .get(id) as Stored | undefined;
  return found === undefined ? null : nodeOf(found);
}

/** An element that was merged into another is still told about, so that an old note leads on. */
export function addressRecordOf(raw: Store['raw'], id: string): AddressRecord | null {
  const found = raw
    .prepare(
      `SELECT a.*, ${CHILDREN} AS children FROM addresses a
        WHERE a.id = ? AND (a.retired_at IS NULL OR a.merged_into IS NOT NULL)`,
    )
    .get(id) as Stored | undefined;
  if (found === undefined) return null;
  const row = readRow(addresses, found);
  const { floor, division, communityCode, bestTime, mergedInto, synthetic } = row;
  const above = aboveOf(raw, row.parentId);
  const alone = row.retiredAt === null && isAlone(raw, id);
  return {
    ...nodeOf(found),
    floor,
    aliases: aliasesOf(row),
    division,
    communityCode,
    bestTime,
    above,
    elements: alone ? countAll(raw, 'addresses') - above.length - 1 : elementsBelow(raw, id),
    people: alone ? countAll(raw, 'residents', 'AND out_state IS NULL') : peopleBelow(raw, id),
    mergedInto,
    synthetic,
  };
}

/** Visits do not hold an element in the ledger: that it does not exist may be what they found. */
export function isInUse(raw: Store['raw'], id: string): boolean {
  const holders = ['residents', 'households', 'dwellings', 'units'].map(
    (table) => `SELECT 1 FROM ${table} WHERE address_id = @id AND retired_at IS NULL`,
  );
  const children = 'SELECT 1 FROM addresses WHERE parent_id = @id AND retired_at IS NULL';
  return raw.prepare(`${[children, ...holders].join(' UNION ALL ')} LIMIT 1`).get({ id }) !== undefined;
}

export function aliasesOf({ aliases }: Pick<AddressRow, 'aliases'>): string[] {
  return aliases.split('\n').filter(Boolean);
}

type Stored = Record<string, unknown>;

function nodeOf(stored: Stored): AddressNode {
  const row = readRow(addresses, stored);
  const { id, revision, parentId, kind, name, line, state, policeGrid, civilGrid, quiet } = row;
  const children = Number(stored['children']);
  return { id, revision, parentId, kind, name, line, state, policeGrid, civilGrid, quiet, children };
}

/** From the topmost down to the element itself. */
export function aboveOf(raw: Store['raw'], id: string | null): AddressRecord['above'] {
  const rows = raw
    .prepare(
      `WITH RECURSIVE above (id, parent_id, kind, name, height) AS (
         SELECT id, parent_id, kind, name, 0 FROM addresses WHERE id = ? UNION ALL
         SELECT a.id, a.parent_id, a.kind, a.name, height + 1
           FROM above JOIN addresses a ON a.id = above.parent_id)
       SELECT id, kind, name FROM above ORDER BY height DESC`,
    )
    .all(id) as AddressRecord['above'];
  return rows;
}

function elementsBelow(raw: Store['raw'], id: string): number {
  return Number(raw.prepare(`${BELOW} SELECT count(*) - 1 FROM below`).pluck().get(id));
}

/** Who is registered at the element or below it and has not left. */
function peopleBelow(raw: Store['raw'], id: string): number {
  const people = `${BELOW} SELECT count(*) FROM below CROSS JOIN residents r INDEXED BY residents_address
    ON r.address_id = below.id WHERE r.retired_at IS NULL AND r.out_state IS NULL`;
  return Number(raw.prepare(people).pluck().get(id));
}

function countAll(raw: Store['raw'], table: 'addresses' | 'residents', and = ''): number {
  return Number(raw.prepare(`SELECT count(*) FROM ${table} WHERE retired_at IS NULL ${and}`).pluck().get());
}

/** A whole town, or what it stands in: nobody has to be looked for along the tree. */
function isAlone(raw: Store['raw'], id: string): boolean {
  const others = raw
    .prepare(
      `WITH RECURSIVE above (id, parent_id) AS (
         SELECT id, parent_id FROM addresses WHERE id = ? UNION ALL
         SELECT a.id, a.parent_id FROM above JOIN addresses a ON a.id = above.parent_id)
       SELECT EXISTS (SELECT 1 FROM above JOIN addresses a
         ON a.parent_id IS above.parent_id AND a.id <> above.id AND a.retired_at IS NULL)`,
    )
    .pluck();
  return others.get(id) === 0;
}
