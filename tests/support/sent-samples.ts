/** One record of each ledger that the station fills, as its table holds it, and a change of it. */
const OFFICER = '07-000001';

/** What must be unique differs from sample to sample. */
let serial = 0;
const sentId = () => (serial += 1).toString(16).padStart(16, '0');

export const SENT_SAMPLES = {
  orders: {
    values: () => ({
      sentId: sentId(),
      number: '20261123-001',
      title: '护校巡防',
      text: '放学时段到示例小学门口值守。',
      dueOn: '2026-11-27',
      sender: '郑审核',
      sentOn: '2026-11-23',
      state: 'received',
      acknowledgedBy: null,
      acknowledgedOn: null,
      doneBy: null,
      doneOn: null,
      feedback: '',
      withdrawnOn: null,
      retainUntil: null,
      source: 'station',
      synthetic: true,
    }),
    change: {
      state: 'done',
      acknowledgedBy: OFFICER,
      acknowledgedOn: '2026-11-24',
      doneBy: OFFICER,
      doneOn: '2026-11-25',
      feedback: '已值守三天，秩序良好。',
      retainUntil: '2029-11-25',
    },
  },
  notices: {
    values: () => ({
      code: `rule-${(serial += 1)}`,
      version: 1,
      sentId: sentId(),
      title: '社区民警工作制度',
      text: '一、在警务室办公。',
      until: '2027-12-31',
      sender: '郑审核',
      sentAt: '2026-11-23T08:30:00.000Z',
      refused: false,
      synthetic: true,
    }),
    change: { version: 2, text: '一、在警务室办公。\n二、每周走访。', until: null },
  },
};
