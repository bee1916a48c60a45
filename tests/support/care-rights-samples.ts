/** One record of each ledger of care and of people's requests, as its table holds it, and a change of it. */
import { consent, granted, request } from './care-rights-words.ts';

const origin = { source: 'desk', synthetic: true } as const;
const OFFICER = '07-000001';

export const CARE_RIGHTS_SAMPLES = {
  care_consents: {
    values: () => ({
      ...consent,
      endsOn: '2027-11-20',
      state: 'waiting',
      enteredBy: OFFICER,
      approvedBy: null,
      withdrawnOn: null,
      ...origin,
    }),
    change: { state: 'approved', approvedBy: OFFICER, deskLine: false },
  },
  rights_requests: {
    values: () => ({
      ...request,
      dueOn: '2026-12-14',
      registeredBy: OFFICER,
      answeredOn: null,
      answeredBy: null,
      identity: null,
      outcome: null,
      ground: null,
      answer: '',
      retainUntil: null,
      ...origin,
    }),
    change: { ...granted, ground: 'not-held', answeredOn: '2026-11-30', retainUntil: '2029-11-30' },
  },
};
