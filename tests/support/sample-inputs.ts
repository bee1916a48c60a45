/** One input of the right shape for every call of the contract, so that a test can make all of them. */
import { ADMIN, OFFICE, PASSWORD } from './office.ts';
import { enquiry, newDraft } from './visits.ts';

const record = { id: '07-000001', revision: 1 };
// A revision nobody saw, so that the account stays as it is.
const colleague = { id: '07-000002', revision: 9 };
const handle = 'h0123456789abcdef';
const page = { after: null, rows: 10 };
const person = { name: '赵敏', role: 'auxiliary', badgeNo: '', phone: '' };
const filter = { states: [], matters: [], from: null, to: null, onSite: false, owed: false };
const profile = {
  name: OFFICE.name,
  stationName: OFFICE.stationName,
  gridRange: '',
  address: '',
  hours: '',
  phone: '',
  stationPhone: '',
  leaderPhone: '',
  supervisionPhone: '',
  idleMinutes: 5,
};
const order = { staff: '07-000003', sheets: 1, bothSides: false };

export function sampleInputs(): Readonly<Record<string, unknown>> {
  return {
    'session.state': {},
    'session.unlock': { login: 'nobody', password: PASSWORD },
    'session.recover': { code: 'x', login: 'nobody', password: PASSWORD },
    'session.lock': { reason: 'asked' },
    'session.touch': {},
    'session.changePassword': { current: PASSWORD, next: PASSWORD },
    'setup.begin': { language: 'zh', office: OFFICE, administrator: ADMIN },
    'setup.chooseBackupFolder': {},
    'setup.finish': { code: 'x', backup: null },
    'office.profile': {},
    'office.amend': { revision: 1, fields: profile },
    'office.chooseBackupFolder': { revision: 1 },
    'staff.list': {},
    'staff.add': { ...person, login: 'zhaomin', password: 'short' },
    'staff.amend': { ...colleague, fields: person },
    'staff.resetPassword': { ...colleague, password: 'short' },
    'staff.dismiss': colleague,
    'today.summary': {},
    'visitors.list': { ...page, filter, sort: { by: 'arrivedAt', descending: true } },
    'visitors.search': { ...page, name: '张', reason: '查找回访' },
    'visitors.open': { id: record.id },
    'visitors.onSite': {},
    'visitors.register': { visit: enquiry, draft: newDraft() },
    'visitors.amend': { ...record, visit: enquiry },
    'visitors.leave': record,
    'visitors.reply': { ...record, result: 'settled', referredTo: null, satisfied: 'yes' },
    'visitors.retire': { ...record, reason: '错录' },
    'visitors.reveal': { id: record.id, field: 'phone', reason: 'call-back', note: '' },
    'history.of': { ledger: 'visitors', id: record.id },
    'history.undo': { ledger: 'visitors', ...record },
    'journal.page': { ...page, ops: [] },
    'journal.verify': {},
    'drafts.keep': { id: newDraft(), form: 'visitor', content: '{}' },
    'drafts.pending': { form: 'visitor' },
    'drafts.drop': { id: newDraft() },
    'preferences.all': {},
    'preferences.put': { name: 'theme', value: '"dark"' },
    'cards.people': {},
    'cards.preview': { staff: order.staff },
    'cards.savePdf': order,
    'cards.print': order,
    'weekly.status': {},
    'weekly.chooseFolder': {},
    'weekly.export': { folder: handle },
    'weekly.readReceipts': { folder: handle },
    'station.chooseCard': {},
    'station.pin': { card: handle, digits: '0' },
    'station.writeEnrolment': { folder: handle },
    'diagnostics.defect': { reference: 'C-0ABC123', kind: 'TypeError', places: ['at draw (index.js:1:1)'] },
    'diagnostics.about': {},
    'events.watch': {},
  };
}
