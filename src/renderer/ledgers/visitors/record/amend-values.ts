/** What stands in a section's form, and what of it is sent. The counter knows a stored phone only masked. */
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { VisitInput } from '#shared/ledgers/visitors.ts';
import { toVisit, type VisitValues } from '#renderer/ledgers/visitors/quick/visit-form.ts';

export type Amendment = Omit<VisitInput, 'phone'> & { readonly phone?: string | null };

export function toAmendValues(visit: VisitRow): VisitValues {
  return {
    name: visit.name ?? '',
    matter: visit.matter,
    phone: '',
    people: visit.people,
    summary: visit.summary ?? '',
    papersChecked: visit.papersChecked,
    result: visit.result,
    referredTo: visit.referredTo,
    promisedOn: visit.promisedOn,
    dropPhone: false,
  };
}

/**
 * Only what was changed in the form is changed in the record: everything else goes back as it stands in `onto`.
 * @param base what the form began with
 */
export function toAmendment(values: VisitValues, base: VisitRow, onto: VisitRow): Amendment {
  const { phone, ...typed } = toVisit(values);
  const { phone: _, ...began } = toVisit(toAmendValues(base));
  const { phone: __, ...stands } = toVisit(toAmendValues(onto));
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => Reflect.get(began, field) !== value),
  );
  const amendment = { ...stands, ...changed };
  if (values.dropPhone) return { ...amendment, phone: null };
  return phone === null ? amendment : { ...amendment, phone };
}
