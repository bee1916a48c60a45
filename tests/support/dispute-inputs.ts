/** One input of the right shape for every call of disputes, in the order of the contract. */
import { CIVIL } from './dispute-ways.ts';
import {
  agreement,
  anyDispute,
  intake,
  partyA,
  partyB,
  reached,
  referral,
  session,
} from './dispute-words.ts';
import { newDraft } from './visits.ts';

const record = { id: '07-000001', revision: 1 };
const reason = '双方已到场';
const reveal = { id: record.id, reason: 'own-request', note: '' };
const answer = { answeredOn: '2026-11-23', outcome: 'settled', answer: '已达成协议' };
export function disputeInputs(): Readonly<Record<string, unknown>> {
  return {
    'disputes.list': { after: null, rows: 10, filter: anyDispute, sort: { by: 'dueOn', descending: false } },
    'disputes.due': {},
    'disputes.open': { id: record.id },
    'disputes.alike': { addressId: record.id, residents: ['07-000001', '07-000002'] },
    'disputes.read': reveal,
    'disputes.revealPhone': { ...reveal, field: 'phone' },
    'disputes.register': {
      intake: { ...intake, answers: CIVIL },
      parties: [partyA, partyB],
      visit: null,
      draft: newDraft(),
    },
    'disputes.amend': { ...record, intake },
    'disputes.addParty': { ...record, party: partyB },
    'disputes.amendParty': { ...record, party: partyA },
    'disputes.dropParty': { ...record, reason },
    'disputes.retire': { ...record, reason },
    'disputes.figures': { from: '2026-01-01', to: '2026-12-31', audience: 'office' },
    'disputes.refer': { ...record, referral },
    'disputes.answerReferral': { ...record, referral: record.id, answer, agreement: null },
    'disputes.adviseCourt': record,
    'disputes.settleThemselves': record,
    'disputes.withdraw': { ...record, reason },
    'disputes.beginMediation': { ...record, heldOn: '2026-11-24', exclusions: [] },
    'disputes.putOff': { ...record, heldOn: '2026-11-25', reason },
    'disputes.holdSession': { ...record, session, agreement },
    'disputes.confirmPerformance': { ...record, performedOn: '2026-11-23' },
    'disputes.reportBreach': { ...record, reason },
    'disputes.takeApplication': {
      ...record,
      kind: 'self-settlement',
      exclusions: [],
      agreement,
      performedOn: null,
    },
    'disputes.decideRecognition': { ...record, granted: true, performedOn: '2026-11-23', reason },
    'disputes.transfer': { ...record, reason, officer: null },
    'disputes.noteReceipt': { ...record, receipt: '青派〔2026〕12号' },
    'disputes.tell': { ...record, how: 'phone', satisfied: 'not-asked' },
    'disputes.followUp': { ...record, followUpId: record.id, followUp: reached },
    'disputes.archive': record,
    'disputes.reopen': { ...record, reason },
    'disputes.reportViolence': { ...record, officer: null },
    'disputes.handOverViolence': { ...record, receipt: '青派〔2026〕13号' },
    'disputes.tellVictim': { ...record, how: 'visit' },
    'disputes.planFollowUp': { ...record, dueOn: '2026-12-20' },
    'disputes.invite': { ...record, referral: { ...referral, part: 'joint' } },
    'disputes.answerInvitation': { ...record, referral: record.id, answer },
    'disputes.escalate': { ...record, level: 'station', reason },
    'disputes.assign': { ...record, owner: '07-000003' },
  };
}
