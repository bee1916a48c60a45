/** What is said of a consent and of a request in tests: the least that the rules ask. */
import type { Care } from '#shared/ledgers/care/care.ts';
import type { RightsAnswer, RightsRequest } from '#shared/ledgers/rights/requests.ts';
import { TODAY } from './visits.ts';

export const consent: Care = {
  category: 'CA01',
  residentId: '07-000001',
  consentBy: 'self',
  guardianName: '',
  signedOn: '2026-11-20',
  help: 'look-in',
  contact: 'family',
  contactName: '何敏',
  contactPhone: '15400000041',
  deskLine: true,
};

export const request: RightsRequest = {
  kind: 'access',
  residentId: null,
  requester: 'self',
  name: '李欣',
  phone: '15400007712',
  receivedOn: TODAY,
  asks: '查阅警务室登记的本人信息',
};

export const granted: RightsAnswer = {
  identity: 'id-card',
  outcome: 'granted',
  ground: null,
  answer: '已当面提供查阅',
};

export const refused: RightsAnswer = {
  identity: 'id-card',
  outcome: 'refused',
  ground: 'term-not-over',
  answer: '法定保存期限未满，暂不能删除',
};
