/** Words of the list of disputes. */
import type { DISPUTE_VIEWS } from '#shared/contract/disputes/disputes.ts';
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  views: {
    open: '待办',
    due: '到期',
    overdue: '超期',
    waiting: '等待其他单位',
    archived: '已归档',
    all: '全部',
    violence: '家庭暴力处置',
  } as const satisfies Readonly<Record<(typeof DISPUTE_VIEWS)[number], string>>,
  viewsLabel: '查看哪些纠纷',
  register: '纠纷登记',
  figures: '统计',
  type: '类型',
  level: '层级',
  stage: '状态',
  grid: '警格',
  owner: '负责人',
  mine: '我负责的',
  filterType: '类型：{{words}}',
  filterLevel: '层级：{{words}}',
  filterStage: '状态：{{words}}',
  filterGrid: '警格：{{code}}',
  filterOwner: '负责人：{{name}}',
  waiting: '等 {{body}}（{{day}} 前）',
  synthetic: '演示',
  empty: {
    open: '没有待办的纠纷。按 F4 登记。',
    due: '没有到期的纠纷。',
    overdue: '没有超期的纠纷。',
    waiting: '没有在等其他单位答复的纠纷。',
    archived: '还没有归档的纠纷。',
    all: '还没有纠纷记录。按 F4 登记。',
    violence: '没有在办的家庭暴力处置。',
  },
  sees: '显示本人受理、本人负责的和未结的民事纠纷',
} as const;

export const en: Words<typeof zh> = {
  views: {
    open: 'To do',
    due: 'Due',
    overdue: 'Overdue',
    waiting: 'With other bodies',
    archived: 'Archived',
    all: 'All',
    violence: 'Domestic violence',
  },
  viewsLabel: 'Which disputes',
  register: 'Register a dispute',
  figures: 'Figures',
  type: 'Type',
  level: 'Level',
  stage: 'State',
  grid: 'Grid',
  owner: 'Owner',
  mine: 'Mine',
  filterType: 'Type: {{words}}',
  filterLevel: 'Level: {{words}}',
  filterStage: 'State: {{words}}',
  filterGrid: 'Grid: {{code}}',
  filterOwner: 'Owner: {{name}}',
  waiting: 'Waits for {{body}} (by {{day}})',
  synthetic: 'demo',
  empty: {
    open: 'No disputes to do. F4 registers one.',
    due: 'Nothing is due.',
    overdue: 'Nothing is overdue.',
    waiting: 'No other body is being waited for.',
    archived: 'Nothing was archived yet.',
    all: 'No disputes yet. F4 registers one.',
    violence: 'No domestic violence is being handled.',
  },
  sees: 'Those you took in or own, and open civil ones',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    disputeList: typeof zh;
  }
}
