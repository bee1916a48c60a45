/** Rows of the file as a person decides on them: masked, with whom they look like beside them. */
import type { ImportRow, RowOutcome } from '#shared/contract/population/imports.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { personNameIssue } from '#shared/kernel/person-name.ts';
import { readCursor, writeCursor } from '#main/db/page.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { shownNumber, type Reader } from '#main/ledgers/population/people/masked-number.ts';
import { shownResident } from '#main/ledgers/population/people/shown.ts';
import type { Checked } from './checked.ts';
import { withoutNumbers } from './columns/samples.ts';
import { doorLine } from './rows/door-text.ts';
import type { Candidate } from './settle/candidate.ts';
import type { RowChoice } from './settle/settle.ts';

export type Show = 'rejected' | 'twins' | 'flagged' | 'all';

interface RowPage {
  readonly rows: ImportRow[];
  readonly next: string | null;
  readonly total: number;
  readonly all: number;
}

const TEXT_SHOWN = 80;

export function showRows(
  db: ReadHandle,
  reader: Reader,
  checked: Checked,
  { show, after, rows }: { readonly show: Show; readonly after: string | null; readonly rows: number },
): RowPage {
  const start = after === null ? 0 : Number(readCursor(after).value ?? 0) + 1;
  const page: ImportRow[] = [];
  let total = 0;
  let last = -1;
  let more = false;
  for (const at of checked.candidates.keys()) {
    if (!isShown(checked, at, show)) continue;
    total += 1;
    if (at < start) continue;
    if (page.length === Math.min(rows, PAGE_ROWS)) {
      more = true;
      continue;
    }
    page.push(showRow(db, reader, checked, at));
    last = at;
  }
  const next = more ? writeCursor(last, String(last)) : null;
  return { rows: page, next, total, all: checked.candidates.length };
}

function isShown({ settled, candidates }: Checked, at: number, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'rejected':
      return settled.outcomes[at] === 'reject';
    case 'twins':
      return settled.twins.has(at);
    case 'flagged': {
      const isWritten = settled.outcomes[at] === 'new' || settled.outcomes[at] === 'merge';
      return isWritten && (settled.warnings.has(at) || (candidates[at]?.warnings.length ?? 0) > 0);
    }
  }
}

/** @param at the place of a candidate that is there */
export function showRow(db: ReadHandle, reader: Reader, checked: Checked, at: number): ImportRow {
  const { settled, candidates, choices } = checked;
  const candidate = candidates[at];
  if (candidate === undefined) throw new Error('no such row in this import');
  const { issues, warnings, row } = candidate;
  const facts = checked.facts.at(candidate.place);
  const outcome = settled.outcomes[at] ?? 'reject';
  const own = settled.issues.get(at);
  const twin = settled.twins.get(at);
  return {
    row,
    outcome,
    name: nameOf(facts.name),
    idMasked: facts.idNumber === null ? null : shownNumber(facts.idNumber, facts.birthDate, reader),
    birthMonth: facts.birthDate?.slice(0, 7) ?? null,
    phoneMasked: facts.phone === null ? null : maskPhone(facts.phone),
    addressLine: lineOf(candidate),
    issues: own === undefined ? [...issues] : [...issues, own],
    warnings: [...warnings, ...(settled.warnings.get(at) ?? [])],
    twin:
      twin === undefined
        ? null
        : {
            kind: twin.kind,
            resident: standing(db, reader, twin.holder.known?.id),
            row: twin.holder.at === null ? null : (candidates[twin.holder.at]?.row ?? null),
            differing: [...twin.differing],
          },
    choice: twin === undefined ? null : (choices.get(at) ?? defaultChoice(outcome)),
  };
}

function standing(db: ReadHandle, reader: Reader, id: string | undefined): ResidentRow | null {
  return id === undefined ? null : shownResident(db, reader, id);
}

/** Null while a person has to say who is meant. */
function defaultChoice(outcome: RowOutcome): RowChoice | null {
  if (outcome === 'reject') return null;
  return outcome === 'new' ? 'new' : outcome === 'merge' ? 'merge' : 'skip';
}

/** Where columns are mistaken for one another, a number stands where the name belongs. */
function nameOf(name: string): string {
  return personNameIssue(name) === null ? name : withoutNumbers([...name].slice(0, TEXT_SHOWN).join(''));
}

/** The normal form; what stood there where it could not be read. */
function lineOf({ door }: Candidate): string {
  return withoutNumbers([...doorLine(door)].slice(0, TEXT_SHOWN).join(''));
}
