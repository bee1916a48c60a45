/** One record of each ledger of disputes, as its table holds it, and a change of it. */
import { CIVIL } from './dispute-ways.ts';
import { agreement, intake, partyA, reached, referral, session } from './dispute-words.ts';

const origin = { retainUntil: null, source: 'desk', synthetic: true } as const;
const DISPUTE = { disputeId: '07-000001' } as const;
const OFFICER = '07-000001';
const { answers: _answers, ...entry } = intake;

export const DISPUTE_SAMPLES = {
  disputes: {
    values: () => ({
      ...entry,
      ...CIVIL,
      receivedAt: '2026-11-23T01:41:00.000Z',
      registeredBy: OFFICER,
      policeGrid: '03',
      owner: OFFICER,
      route: null,
      stage: 'received',
      result: null,
      dueOn: '2026-11-24',
      receipt: '',
      toldOn: null,
      toldHow: null,
      satisfied: 'not-asked',
      archivedOn: null,
      records: 3,
      ...origin,
    }),
    change: { stage: 'referred', route: 'people-mediation', dueOn: '2026-12-08', minor: true, records: 4 },
  },
  dispute_parties: {
    values: () => ({ ...partyA, ...DISPUTE, ...origin }),
    change: { phone: null, name: '张三', minor: true, retainUntil: '2029-11-23' },
  },
  dispute_sessions: {
    values: () => ({ ...session, ...DISPUTE, ordinal: 1, host: OFFICER, ...origin }),
    change: { outcome: 'failed', to: '', retainUntil: '2029-11-23' },
  },
  dispute_agreements: {
    values: () => ({
      ...agreement,
      ...DISPUTE,
      kind: 'police-mediation',
      confirmUntil: null,
      performedOn: null,
      breachedOn: null,
      recognisedOn: null,
      ...origin,
    }),
    change: { performedOn: '2026-11-30', retainUntil: '2029-11-23' },
  },
  dispute_levels: {
    values: () => ({
      ...DISPUTE,
      level: 'town',
      since: '2026-11-23',
      reason: '多次调解未果',
      movedBy: OFFICER,
      ...origin,
    }),
    change: { retainUntil: '2029-11-23' },
  },
  dispute_referrals: {
    values: () => ({
      ...referral,
      ...DISPUTE,
      sentOn: '2026-11-23',
      sentBy: OFFICER,
      answeredOn: null,
      outcome: null,
      answer: '',
      ...origin,
    }),
    change: { answeredOn: '2026-11-30', outcome: 'settled', answer: '已达成协议' },
  },
  dispute_follow_ups: {
    values: () => ({
      ...DISPUTE,
      ordinal: 1,
      dueOn: '2026-12-08',
      doneOn: null,
      how: null,
      finding: null,
      satisfied: 'not-asked',
      note: '',
      doneBy: null,
      ...origin,
    }),
    change: { ...reached, note: '邻里和睦', doneBy: OFFICER },
  },
} as const;
