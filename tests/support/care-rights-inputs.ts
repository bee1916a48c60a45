/** One input of the right shape for every call of care, of people's requests and of their papers, in the order of the contract. */
import { consent, granted, request } from './care-rights-words.ts';
import { newDraft } from './visits.ts';

const record = { id: '07-000001', revision: 1 };
const blank = { order: { name: 'care-consent', id: null } };

export function careRightsInputs(): Readonly<Record<string, unknown>> {
  return {
    'care.offered': {},
    'care.list': { after: null, rows: 10, states: [], ending: false },
    'care.open': { id: record.id },
    'care.linesOf': { residentId: record.id },
    'care.enter': { care: consent, draft: newDraft() },
    'care.approve': record,
    'care.decline': { ...record, reason: '与纸质同意书不符' },
    'care.withdraw': { residentId: record.id },
    'care.withdrawOne': record,
    'care.due': {},
    'rights.list': { after: null, rows: 10, open: true },
    'rights.open': { id: record.id },
    'rights.register': { request, draft: newDraft() },
    'rights.answer': { ...record, answer: granted },
    'rights.retire': record,
    'rights.due': {},
    'rightsPapers.preview': blank,
    'rightsPapers.savePdf': blank,
    'rightsPapers.print': blank,
  };
}
