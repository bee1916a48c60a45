/** What stands in the form of a request, and how it becomes what the office takes. */
import * as z from 'zod/mini';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  cleanRequest,
  REQUEST_KINDS,
  REQUESTERS,
  requestIssues,
  type RightsRequest,
} from '#shared/ledgers/rights/requests.ts';

const requestValues = z.object({
  kind: z.nullable(z.enum(REQUEST_KINDS)),
  resident: z.nullable(z.object({ id: z.string(), name: z.string() })),
  requester: z.nullable(z.enum(REQUESTERS)),
  name: z.string(),
  phone: z.string(),
  receivedOn: z.nullable(z.string()),
  asks: z.string(),
});
export type RequestValues = z.infer<typeof requestValues>;

export const REQUIRED = [
  'kind',
  'requester',
  'name',
  'receivedOn',
  'asks',
] as const satisfies readonly (keyof RequestValues)[];

/** Most come themselves, and are taken in while they stand there. */
export function newRequest(today: CalendarDay): RequestValues {
  return {
    kind: null,
    resident: null,
    requester: 'self',
    name: '',
    phone: '',
    receivedOn: today,
    asks: '',
  };
}

/** Null while something is still to be chosen. */
export function toRequest(values: RequestValues): RightsRequest | null {
  const { kind, requester, resident, receivedOn, ...rest } = values;
  if (kind === null || requester === null) return null;
  return cleanRequest({
    ...rest,
    kind,
    requester,
    residentId: resident?.id ?? null,
    receivedOn: receivedOn ?? '',
  });
}

export function checkRequest(values: RequestValues, today: CalendarDay): FieldIssue[] {
  const request = toRequest(values);
  // What is required and empty is said by the form itself.
  return request === null ? [] : requestIssues(request, today).filter(({ rule }) => rule !== 'required');
}

/** The office names the resident's field; on the form it is whom it is about. */
export function asFormIssue({ field, rule }: FieldIssue): FieldIssue {
  return { field: field === 'residentId' ? 'resident' : field, rule };
}

export function readDraft(content: string): RequestValues | null {
  try {
    return requestValues.parse(JSON.parse(content));
  } catch {
    return null;
  }
}
