/** Reads every row of a file once, takes in only what its mapped columns say, and holds it against the ledger. */
import { today } from '#shared/kernel/clock.ts';
import { readSheet } from '#main/sheets/read.ts';
import type { Progress } from '#main/db/steps.ts';
import type { Store } from '#main/db/open.ts';
import { candidateOf, outcomeOf, type Checked, type Standing } from './checked.ts';
import { bareHeader } from './columns/header-text.ts';
import { JOINED_FIELDS } from './columns/header-words.ts';
import { missingFields, type ColumnChoice } from './columns/map-columns.ts';
import type { Layout } from './columns/plan-sheet.ts';
import { refuseField, standingBase, type ImportsRoom } from './room.ts';
import { openDoorReader } from './rows/door-text.ts';
import { factStore } from './rows/fact-store.ts';
import type { Reading } from './rows/facts.ts';
import { isPassedOver } from './rows/passed-over.ts';
import { rowTaker } from './rows/row-texts.ts';
import { sexCodesOf } from './rows/sex-codes.ts';
import { textStore } from './rows/texts.ts';
import { yesUnder } from './rows/words.ts';
import type { Candidate } from './settle/candidate.ts';
import { openDoors } from './settle/doors.ts';
import { openKnownHouseholds } from './settle/households.ts';
import { openKnownPeople } from './settle/known-people.ts';
import { openTurns } from './turns.ts';

export interface CheckRequest {
  readonly path: string;
  readonly layout: Layout;
  readonly mapping: readonly ColumnChoice[];
  readonly baseAddressId: string | null;
  readonly signal?: AbortSignal | undefined;
  /** `total` is 0 while nobody knows how many rows follow. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const PROGRESS_ROWS = 500;

export async function checkRows(room: ImportsRoom, request: CheckRequest): Promise<Checked> {
  const { path, layout, signal, onProgress } = request;
  const mapping = checkedMapping(request.mapping, layout);
  const baseAddressId = standingBase(room.db, request.baseAddressId);
  const take = rowTaker(mapping);
  const firstTexts = layout.firstRows.map(({ cells }) => take(cells).texts);
  const typeColumn = mapping.find(({ field }) => field === 'residenceType');
  const reading: Reading = {
    today: today(room.clock),
    doors: openDoorReader(),
    sexCodes: sexCodesOf(firstTexts),
    asksStay: mapping.some(({ field }) => field === 'stayFrom'),
    yes: yesUnder(typeColumn === undefined ? '' : (layout.headers[typeColumn.index] ?? '')),
    gridOf: gridReader(room.raw),
  };
  const standing = standingNow(room.raw, baseAddressId);
  const texts = textStore();
  const facts = factStore();
  const candidates: Candidate[] = [];
  const turns = openTurns(signal);
  const last = layout.headerRows.at(-1) ?? 0;
  const bareHeaders = layout.headers.map(bareHeader);
  let passedOver = 0;
  let before = last;

  const { sheet, encoding } = layout;
  for await (const { number, cells } of readSheet(path, {
    sheet,
    encoding,
    ...(signal === undefined ? {} : { signal }),
  })) {
    const turn = turns.take();
    if (turn !== undefined) await turn;
    if (number <= last) continue;
    // The reader leaves rows out in which nothing stands.
    passedOver += number - before - 1;
    before = number;
    const taken = take(cells);
    if (isPassedOver({ cells, texts: taken.texts }, bareHeaders, number - last)) {
      passedOver += 1;
      continue;
    }
    const place = candidates.length;
    texts.put(place, taken.texts);
    candidates.push(candidateOf(number, place, taken, { reading, facts, standing }));
    if (candidates.length % PROGRESS_ROWS === 0) onProgress?.({ done: candidates.length, total: 0 });
  }
  onProgress?.({ done: candidates.length, total: candidates.length });
  const base = { layout, mapping, baseAddressId, reading, texts, facts, candidates, passedOver, standing };
  const choices: Checked['choices'] = new Map();
  return { ...base, choices, ...(await outcomeOf({ ...base, choices }, turns)) };
}

export function standingNow(raw: Store['raw'], baseAddressId: string | null): Standing {
  return {
    doors: openDoors(raw, baseAddressId),
    people: openKnownPeople(raw),
    households: openKnownHouseholds(raw),
  };
}

/** The columns in the order of the sheet; refused where a column may not be taken, or a field has two. */
function checkedMapping(
  mapping: readonly ColumnChoice[],
  { headers, forbidden, firstRows }: Layout,
): ColumnChoice[] {
  const width = Math.max(headers.length, ...firstRows.map(({ cells }) => cells.length));
  const indexes = new Set<number>();
  const fields = new Set<string>();
  for (const { index, field } of mapping) {
    if (index < 0 || index >= width) refuseField(field, 'no-such-column');
    if (forbidden.has(index)) refuseField(field, 'forbidden');
    if (indexes.has(index) || (fields.has(field) && !(field in JOINED_FIELDS))) refuseField(field, 'twice');
    indexes.add(index);
    fields.add(field);
  }
  const [missing] = missingFields(mapping);
  if (missing !== undefined) refuseField(missing, 'required');
  return mapping.toSorted((a, b) => a.index - b.index);
}

/** A grid by its code or by its name. */
function gridReader(raw: Store['raw']): Reading['gridOf'] {
  const rows = raw.prepare('SELECT kind, code, name FROM grids WHERE retired_at IS NULL').all() as {
    kind: string;
    code: string;
    name: string;
  }[];
  const byText = new Map(
    rows.flatMap(({ kind, code, name }) => [
      [`${kind} ${name}`, code],
      [`${kind} ${code}`, code],
    ]),
  );
  const kinds = new Set(rows.map(({ kind }) => kind));
  return (kind, text) => ({ code: byText.get(`${kind} ${text}`) ?? null, known: kinds.has(kind) });
}
