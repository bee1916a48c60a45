/** The fields of each ledger that may be corrected, in the words of its own screens, and where its record is. */
import type { CorrectableLedger, FieldValue } from '#shared/ledgers/sent/corrections.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { useShownFields } from '#renderer/ledgers/population/people/record/shown-fields.ts';
import { useShownDwelling } from '#renderer/ledgers/population/places/shown-fields.ts';
import { useShownUnit } from '#renderer/ledgers/population/units/shown-fields.ts';

export function useShownLedgers(): Readonly<Record<CorrectableLedger, ShownFields>> {
  return { residents: useShownFields(), dwellings: useShownDwelling(), units: useShownUnit() };
}

export function fieldWords(show: ShownFields, field: string): string {
  return show.field(field) ?? field;
}

export function valueWords(show: ShownFields, field: string, value: FieldValue, empty: string): string {
  if (value === null || value === '') return empty;
  if (typeof value === 'boolean') return String(value);
  return show.value(field, value) ?? String(value);
}

/** Null: a dwelling is shown at its door, whose number a proposal does not know. */
export function recordPath(ledger: CorrectableLedger, id: string): string | null {
  if (ledger === 'residents') return `/population/${id}`;
  return ledger === 'units' ? `/units/${id}` : null;
}
