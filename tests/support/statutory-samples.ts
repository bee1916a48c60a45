/** One record of each ledger of statutory entries, as its table holds it, and a change of it. */
import { entryOf } from './statutory-entries.ts';

const origin = { source: 'desk', synthetic: true } as const;
const OFFICER = '07-000001';

export const STATUTORY_SAMPLES = {
  statutory_matters: {
    values: () => ({
      ...entryOf('SM01'),
      list: '0123456789abcdef',
      officer: OFFICER,
      enteredBy: OFFICER,
      enteredOn: '2026-11-23',
      state: 'provisional',
      decidedOn: null,
      reviewer: '',
      secondReviewer: '',
      denial: '',
      endedOn: null,
      endHow: null,
      noticeOn: null,
      ...origin,
    }),
    change: { state: 'approved', decidedOn: '2026-11-24', reviewer: '郑审核', leadPhone: '15400000039' },
  },
  statutory_duties: {
    values: () => ({
      matterId: '07-000001',
      kind: 'talk',
      dueOn: '2026-11-30',
      doneOn: null,
      result: null,
      recordNumber: '',
      doneBy: null,
      ...origin,
    }),
    change: { doneOn: '2026-11-29', result: 'done', recordNumber: '谈字〔2026〕3号', doneBy: OFFICER },
  },
  sealed_records: {
    values: () => ({
      from: 'statutory_matters',
      number: '07-000001',
      category: 'SM01',
      startsOn: '2025-11-20',
      endsOn: '2026-11-20',
      sealedOn: '2026-11-20',
      why: 'ended',
      digest: '0123456789abcdef'.repeat(4),
      envelope: 'YWdlLWVuY3J5cHRpb24ub3JnL3YxCg==',
      keyset: 1,
      retainUntil: '2027-05-20',
      synthetic: true,
    }),
    change: { retainUntil: '2027-06-20' },
  },
} as const;
