/** What every group of a person's fields is given. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import type { PersonValues } from './person-values.ts';

export interface PersonFieldsProps {
  readonly form: FormModel<PersonValues>;
  readonly today: CalendarDay;
  readonly warnings: readonly FieldIssue[];
  /** The record that is changed; null for a new one. What it hides is left as it is while its field stays empty. */
  readonly before: ResidentRow | null;
  readonly autoFocus?: boolean;
}

export function warningOf(warnings: readonly FieldIssue[], field: keyof PersonValues): FieldIssue | null {
  return warnings.find((warning) => warning.field === field) ?? null;
}
