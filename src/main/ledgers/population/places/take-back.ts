/** Taking back a change that reached further than its own record: a name, a grid, a visit that verified people. */
import { addressLine, mayHold } from '#shared/ledgers/population/addresses.ts';
import type { Desk } from '#main/db/journal.ts';
import {
  isChangedAfter,
  linesBetween,
  valuesBefore,
  type Change,
  type HeldChange,
} from '#main/db/journal-lines.ts';
import type { Changes, Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import {
  addressesLedger,
  dwellingsLedger,
  residentsLedger,
  type AddressRow,
  type GridRecord,
} from '#main/ledgers/population/tables.ts';
import { childrenOf, findAddress, isInUse } from './address-rows.ts';
import { elementKey } from './element-key.ts';
import { findGrid, isCarried, liveGrids } from './grids/grid-rows.ts';
import { below } from './lines.ts';
import { recode } from './grids/recode.ts';
import { linesBelow } from './rewrite-lines.ts';
import { inOneGo, type PlacesRoom } from './room.ts';

type Room = Pick<PlacesRoom, 'db' | 'raw'>;
type Before = Changes<Ledger['table']>;

/** Lines of one action that are looked at; beyond it nothing is taken back. */
const ACTION_MAX = 5000;

const GRIDS: ReadonlySet<string> = new Set(['policeGrid', 'civilGrid']);
const VERIFICATION: ReadonlySet<string> = new Set(['verifiedOn', 'verifiedBy', 'verifiedHow']);

export function addressMayGoBack({ db, raw }: Room, last: Change, before: Before): boolean {
  if (last.op === 'I') return !isInUse(raw, last.k);
  // A line alone follows from a name above it; a reason is that of a merge.
  if (isOnly(last, new Set(['line'])) || !hasNoReason(last)) return false;
  const row = findAddress(db, last.k);
  if (row === null) return false;
  const was: AddressRow = { ...row, ...before };
  const parent = was.parentId === null ? null : findAddress(db, was.parentId);
  if (was.parentId !== null && parent === null) return false;
  if (parent !== null && (!mayHold(parent.kind, was.kind) || below(raw, row.id).includes(parent.id)))
    return false;
  const key = elementKey(was.kind, was.name);
  const isTaken = childrenOf(raw, was.parentId).some(
    ({ id, kind, name }) => id !== row.id && elementKey(kind, name) === key,
  );
  if (isTaken || addressLine(parent, was) !== was.line) return false;
  if (childrenOf(raw, row.id).some(({ kind }) => !mayHold(was.kind, kind))) return false;
  return linesBelow(raw, row.id, was).length <= ACTION_MAX;
}

/** The lines below a name, and the grids given together with this one. */
export function undoAlongAddress({ db, raw }: Room, last: HeldChange, before: Before): (desk: Desk) => void {
  const row = findAddress(db, last.k);
  const lines = row === null || last.op === 'I' ? [] : linesBelow(raw, row.id, { ...row, ...before });
  const grids = isOnly(last, GRIDS) ? restOf(raw, last, [addressesLedger], GRIDS) : [];
  return (desk) => {
    for (const { id, revision, line } of lines) desk.patch(addressesLedger, id, revision, { line }, 'undo');
    takeBack(raw, desk, grids);
  };
}

/** Whoever was verified again since stays verified. */
export function undoAlongVisit({ raw }: Room, visit: HeldChange): (desk: Desk) => void {
  const verified = restOf(raw, visit, [residentsLedger, dwellingsLedger], VERIFICATION);
  return (desk) => takeBack(raw, desk, verified);
}

export function gridMayGoBack({ db, raw }: Room, last: Change, before: Before): boolean {
  const grid = findGrid(db, last.k);
  if (grid === null) return false;
  if (last.op === 'I') return !isCarried(db, raw, grid);
  const was: GridRecord = { ...grid, ...before };
  if (was.kind !== grid.kind && isCarried(db, raw, grid)) return false;
  const others = liveGrids(db).filter(({ id }) => id !== grid.id);
  if (others.some(({ kind, code }) => kind === was.kind && code === was.code)) return false;
  return (
    was.policeGrid === null || others.some(({ kind, code }) => kind === 'police' && code === was.policeGrid)
  );
}

export function undoAlongGrid({ db, raw }: Room, last: Change, before: Before): (desk: Desk) => void {
  const grid = findGrid(db, last.k);
  const code: unknown = before['code'];
  if (grid === null || last.op === 'I' || typeof code !== 'string') return () => undefined;
  return (desk) => inOneGo(recode({ db, raw }, desk, grid, code, 'undo'));
}

interface Written {
  readonly ledger: Ledger;
  readonly line: HeldChange;
}

/** What the same transaction wrote of these fields after this line, where nobody has changed the record since. */
function restOf(
  raw: Store['raw'],
  first: HeldChange,
  ledgers: readonly Ledger[],
  fields: ReadonlySet<string>,
): Written[] {
  const written: Written[] = [];
  for (const line of linesBetween(raw, first.epoch, first.n + 1, first.n + ACTION_MAX)) {
    if (line.t !== first.t || line.u !== first.u) break;
    const ledger = ledgers.find(({ name }) => name === line.l);
    if (ledger !== undefined && line.op === 'U' && hasNoReason(line) && isOnly(line, fields))
      written.push({ ledger, line });
  }
  return written.filter(({ ledger, line }) => !isChangedAfter(raw, ledger.name, line.k, line));
}

function takeBack(raw: Store['raw'], desk: Desk, written: readonly Written[]): void {
  for (const { ledger, line } of written) desk.patch(ledger, line.k, line.v, valuesBefore(raw, line), 'undo');
}

function isOnly({ d }: Change, fields: ReadonlySet<string>): boolean {
  return Object.keys(d).every((field) => fields.has(field));
}

function hasNoReason({ why = 'undo' }: Change): boolean {
  return why === 'undo';
}
