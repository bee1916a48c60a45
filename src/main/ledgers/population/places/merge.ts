/** Two records of one place become one: everything at and below the first goes to the second, nothing is lost on the way. */
import { and, eq, isNull } from 'drizzle-orm';
import { addressLine, ALIASES_MAX, elementOf } from '#shared/ledgers/population/addresses.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import type { Desk } from '#main/db/journal.ts';
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import type { Progress, Steps } from '#main/db/steps.ts';
import {
  addressesLedger,
  dwellings,
  dwellingsLedger,
  homeVisitsLedger,
  householdsLedger,
  residentsLedger,
  unitsLedger,
  type AddressRow,
  type DwellingRecord,
} from '#main/ledgers/population/tables.ts';
import { aliasesOf, childrenOf } from './address-rows.ts';
import { elementKey } from './element-key.ts';
import { BELOW, below } from './lines.ts';
import { linesBelow } from './rewrite-lines.ts';
import type { PlacesRoom } from './room.ts';

/** What names the element it belongs to. Of dwellings an element has only one: see `moveDwelling`. */
const AT_ELEMENT: readonly Ledger[] = [residentsLedger, householdsLedger, unitsLedger, homeVisitsLedger];

/** The other element, if `from` may go into it. */
export function checkMerge(raw: Store['raw'], from: AddressRow, into: AddressRow | null): AddressRow {
  if (into === null) return refuseField('into', 'required');
  if (into.id === from.id) refuseField('into', 'same');
  if (elementOf(into.kind).level !== elementOf(from.kind).level) refuseField('into', 'other-kind');
  if (below(raw, from.id).includes(into.id)) refuseField('into', 'below-it');
  return into;
}

/** How many records a merge looks at. */
export function sizeOfMerge(raw: Store['raw'], from: AddressRow): number {
  const at = [...AT_ELEMENT, dwellingsLedger].map(
    ({ table }) =>
      `(SELECT count(*) FROM below CROSS JOIN ${tableName(table)} x ON x.address_id = below.id WHERE x.retired_at IS NULL)`,
  );
  const sum = `${BELOW} SELECT (SELECT count(*) FROM below) + ${at.join(' + ')}`;
  return Number(raw.prepare(sum).pluck().get(from.id));
}

/** Part of somebody's transaction, whose own changes no read sees: what it has changed is remembered here. */
export function* mergeElements(
  { db, raw }: Pick<PlacesRoom, 'db' | 'raw'>,
  desk: Desk,
  from: AddressRow,
  into: AddressRow,
  why: string,
): Steps<void> {
  const total = sizeOfMerge(raw, from);
  let done = 0;
  const changed = new Map<string, AddressRow>();
  const branches = new Map<string, Map<string, AddressRow>>();
  const homes = new Map<string, DwellingRecord>();

  function step(): Progress {
    done += 1;
    return { done, total };
  }

  function patch(row: Pick<AddressRow, 'id' | 'revision'>, changes: Partial<AddressRow>): AddressRow {
    const patched = desk.patch(addressesLedger, row.id, row.revision, changes, why);
    changed.set(row.id, patched);
    return patched;
  }

  function childrenNow(id: string): AddressRow[] {
    return childrenOf(raw, id).map((child) => changed.get(child.id) ?? child);
  }

  /** What stands below a target, by kind and name. */
  function branchOf({ id }: AddressRow): Map<string, AddressRow> {
    const known = branches.get(id);
    if (known !== undefined) return known;
    const rows = childrenNow(id).filter((child) => child.id !== from.id);
    const made = new Map(rows.map((child) => [keyOf(child), child]));
    branches.set(id, made);
    return made;
  }

  function homeOf({ id }: AddressRow): DwellingRecord | undefined {
    const where = and(eq(dwellings.addressId, id), isNull(dwellings.retiredAt));
    return homes.get(id) ?? db.select().from(dwellings).where(where).get();
  }

  /** Answers with the target as it stands then. */
  function* join(source: AddressRow, target: AddressRow): Generator<Progress, AddressRow> {
    const joined = patch(target, unitedFacts(source, target));
    const branch = branchOf(target);
    for (const child of childrenNow(source.id)) {
      const namesake = branch.get(keyOf(child));
      branch.set(keyOf(child), yield* namesake === undefined ? move(child, joined) : join(child, namesake));
    }
    yield* moveRecords(source, joined);
    moveDwelling(source, joined);
    const left = patch(source, { mergedInto: joined.id });
    desk.retire(addressesLedger, left.id, left.revision, why);
    yield step();
    return joined;
  }

  function* move(child: AddressRow, parent: AddressRow): Generator<Progress, AddressRow> {
    const moved = patch(child, { parentId: parent.id, line: addressLine(parent, child) });
    yield step();
    for (const one of linesBelow(raw, child.id, moved)) {
      patch(one, { line: one.line });
      yield step();
    }
    return moved;
  }

  function* moveRecords(source: AddressRow, target: AddressRow): Steps<void> {
    for (const ledger of AT_ELEMENT) {
      const rows = raw
        .prepare(
          `SELECT id, revision FROM ${tableName(ledger.table)} WHERE address_id = ? AND retired_at IS NULL ORDER BY id`,
        )
        .all(source.id) as { id: string; revision: number }[];
      for (const { id, revision } of rows) {
        desk.patch(ledger, id, revision, { addressId: target.id }, why);
        yield step();
      }
    }
  }

  /** Of two on one door the one found true more recently stays; where that says nothing, the one that stands there. */
  function moveDwelling(source: AddressRow, target: AddressRow): void {
    const theirs = homeOf(source);
    if (theirs === undefined) return;
    const standing = homeOf(target);
    if (standing !== undefined && (theirs.verifiedOn ?? '') <= (standing.verifiedOn ?? '')) {
      desk.retire(dwellingsLedger, theirs.id, theirs.revision, why);
      return;
    }
    if (standing !== undefined) desk.retire(dwellingsLedger, standing.id, standing.revision, why);
    homes.set(
      target.id,
      desk.patch(dwellingsLedger, theirs.id, theirs.revision, { addressId: target.id }, why),
    );
  }

  yield* join(from, into);
}

function keyOf({ kind, name }: AddressRow): string {
  return elementKey(kind, name);
}

/** What the target did not know; a wish not to be called on is never lost. */
function unitedFacts(source: AddressRow, target: AddressRow): Partial<AddressRow> {
  const old = aliasesOf(target).slice(0, ALIASES_MAX - 1);
  const aliases = new Set([...old, source.name, ...aliasesOf(target), ...aliasesOf(source)]);
  aliases.delete(target.name);
  return {
    aliases: [...aliases].slice(0, ALIASES_MAX).join('\n'),
    quiet: target.quiet || source.quiet,
    bestTime: target.bestTime || source.bestTime,
    division: target.division || source.division,
    communityCode: target.communityCode || source.communityCode,
    policeGrid: target.policeGrid ?? source.policeGrid,
    civilGrid: target.civilGrid ?? source.civilGrid,
  };
}
