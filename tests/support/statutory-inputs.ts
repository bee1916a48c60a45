/** One input of the right shape for every call about statutory entries and what was sealed of them. */
import { entryOf } from './statutory-entries.ts';
import { newDraft } from './visits.ts';

const record = { id: '07-000001', revision: 1 };
const why = { reason: 'own-request', note: '', explanation: '' };
const slip = { id: record.id, order: { name: 'duty-slip', id: record.id, duty: record.id } };
const paper = { ...slip, reason: why.reason, note: '' };

export function statutoryInputs(): Readonly<Record<string, unknown>> {
  const { name, birthDate, leadBody, leadContact, leadPhone } = entryOf('SM01');
  const correction = { name, birthDate, leadBody, leadContact, leadPhone };
  return {
    'statutory.due': {},
    'statutory.waiting': {},
    'statutory.list': why,
    'statutory.open': { id: record.id, ...why },
    'statutory.revealProtected': { id: record.id, ...why },
    'statutory.enter': { entry: entryOf('SM01'), draft: newDraft() },
    'statutory.withdraw': record,
    'statutory.correct': { ...record, correction, reason: '录入有误' },
    'statutory.handOver': { ...record, officer: '07-000003' },
    'statutory.doDuty': {
      id: record.id,
      duty: record,
      doneOn: '2026-11-23',
      result: 'done',
      recordNumber: '',
    },
    'statutory.undoDuty': { id: record.id, duty: record },
    'statutory.end': { ...record, how: 'released', endedOn: '2026-11-23' },
    'statutoryPapers.preview': paper,
    'statutoryPapers.savePdf': paper,
    'statutoryPapers.print': paper,
    'sealed.list': {},
  };
}
