/** What stands in the form of a visit, and the way to and from what the office takes. Rules are the ledger's own. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  BODIES,
  cleanVisit,
  keepsContent,
  matterOf,
  MATTER_CODES,
  needsBody,
  RESULTS,
  visitIssues,
  type BodyCode,
  type MatterCode,
  type ResultCode,
  type VisitInput,
} from '#shared/ledgers/visitors.ts';

export interface VisitValues {
  readonly name: string;
  readonly matter: MatterCode | null;
  readonly phone: string;
  /** A record's stored phone is to be deleted; otherwise an empty field leaves it as it is. */
  readonly dropPhone: boolean;
  readonly people: number;
  readonly summary: string;
  readonly papersChecked: boolean;
  readonly result: ResultCode | null;
  readonly referredTo: BodyCode | null;
  readonly promisedOn: CalendarDay | null;
}

export const NEW_VISIT: VisitValues = {
  name: '',
  matter: null,
  phone: '',
  dropPhone: false,
  people: 1,
  summary: '',
  papersChecked: false,
  result: null,
  referredTo: null,
  promisedOn: null,
};

/** The entry as the office takes it; a matter not yet chosen counts as any other. */
export function toVisit(values: VisitValues): VisitInput {
  const { dropPhone, ...visit } = values;
  return cleanVisit({
    ...visit,
    name: visit.name === '' ? null : visit.name,
    phone: dropPhone || visit.phone === '' ? null : visit.phone,
    summary: visit.summary === '' ? null : visit.summary,
    matter: visit.matter ?? 'other',
  });
}

export function checkValues(values: VisitValues, today: CalendarDay): FieldIssue[] {
  const visit = toVisit(values);
  const issues = visitIssues(visit, today);
  // Digits that found nobody: a number must not end up where a name belongs.
  return visit.name !== null && /\d{4}/u.test(visit.name)
    ? [{ field: 'name', rule: 'number' }, ...issues]
    : issues;
}

/** False: name, phone and summary are neither asked nor kept. */
export function mayKeep(values: Pick<VisitValues, 'matter' | 'result' | 'referredTo'>): boolean {
  const referredTo = values.result !== null && needsBody(values.result) ? values.referredTo : null;
  return values.matter === null || keepsContent({ matter: values.matter, referredTo });
}

export function mayCheckPapers(matter: MatterCode | null): boolean {
  return matter !== null && matterOf(matter).papersMayBeChecked;
}

export function asksBody(result: ResultCode | null): boolean {
  return result !== null && needsBody(result);
}

/** A draft of before; null where it cannot be read. An older version may have kept less. */
export function readDraft(content: string): VisitValues | null {
  try {
    const kept: unknown = JSON.parse(content);
    if (typeof kept !== 'object' || kept === null) return null;
    const text = (name: string) => {
      const value: unknown = Reflect.get(kept, name);
      return typeof value === 'string' ? value : '';
    };
    const people: unknown = Reflect.get(kept, 'people');
    return {
      name: text('name'),
      matter: MATTER_CODES.find((code) => code === text('matter')) ?? null,
      phone: text('phone'),
      dropPhone: false,
      people: typeof people === 'number' ? people : 1,
      summary: text('summary'),
      papersChecked: Reflect.get(kept, 'papersChecked') === true,
      result: RESULTS.find((code) => code === text('result')) ?? null,
      referredTo: BODIES.find((code) => code === text('referredTo')) ?? null,
      promisedOn: text('promisedOn') || null,
    };
  } catch {
    return null;
  }
}
