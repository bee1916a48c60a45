/** Words of the Today screen. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '今日',
  date: '{{month}}月{{day}}日 {{weekday}} · 第{{week}}周',
  visits: '今日来访 {{count}} 批',
  orders: {
    title: '派单',
    left: '还有 {{count}} 件',
    late: '其中逾期 {{late}} 件',
    all: '全部派单',
    unread: '未阅通知 {{count}} 份',
    waiting: '更正建议 {{count}} 项',
  },
  owed: {
    title: '待答复',
    left: '还有 {{count}} 件',
    late: '其中逾期 {{late}} 件',
    all: '全部待答复',
    more: '还有 {{count}} 件没有列出',
    none: '没有待答复的事项。',
  },
  disputes: {
    title: '纠纷到期',
    open: '未结 {{count}} 件',
    overdue: '其中超期 {{count}} 件',
    all: '全部纠纷',
    more: '还有 {{count}} 件没有列出',
    none: '一周内没有到期的纠纷。',
  },
  statutory: {
    title: '法定义务',
    open: '打开依法登记',
    overdue: '逾期 {{count}} 项',
    today: '今天 {{count}} 项',
    week: '七天内 {{count}} 项',
    ending: '30 天内期满 {{count}} 件',
    notices: '待打印告知书 {{count}} 件',
    waiting: '等待批准 {{count}} 件',
  },
  asked: {
    title: '本人提出的事项',
    late: '权利请求逾期 {{count}} 件',
    open: '权利请求待答复 {{count}} 件',
    waiting: '关爱同意待核对 {{count}} 件',
    ending: '关爱同意 30 天内到期 {{count}} 件',
    rights: '权利请求',
    care: '关爱服务',
  },
  room: { title: '在室来访', book: '来访台账', none: '现在室内没有来访群众。F2 登记。', leave: '离开' },
  quick: {
    title: '快速办理',
    visit: '来访登记',
    dispute: '纠纷登记',
    card: '打印联系卡',
    weekly: '导出上报',
  },
  week: {
    title: '本周上报',
    open: '打开导出上报',
    states: {
      'not-enrolled': '还没有登记派出所。',
      done: '本周数据包已写入 U 盘。',
      open: '本周数据包还没有导出，周五前导出即可。',
      due: '本周数据包应在今天导出。',
      overdue: '上周没有导出。请尽快导出。',
    },
    words: {
      'not-enrolled': '未登记',
      done: '已导出',
      open: '未到期',
      due: '今天应导出',
      overdue: '逾期',
    },
  },
  notice: {
    overdue: '上周的数据包没有导出。',
    overdueGo: '去导出',
    clock: '电脑时间比上一条记录早 {{minutes}} 分钟。请先校正时间，再登记。',
  },
} as const;

export const en: Words<typeof zh> = {
  title: 'Today',
  date: '{{weekday}}, {{month}}-{{day}} · week {{week}}',
  visits: '{{count}} visits today',
  orders: {
    title: 'Orders',
    left: '{{count}} left',
    late: '{{late}} overdue',
    all: 'All orders',
    unread: 'Notices to read: {{count}}',
    waiting: 'Corrections to decide: {{count}}',
  },
  owed: {
    title: 'Replies owed',
    left: '{{count}} left',
    late: '{{late}} overdue',
    all: 'All owed',
    more: '{{count}} more',
    none: 'No replies are owed.',
  },
  disputes: {
    title: 'Disputes due',
    open: '{{count}} open',
    overdue: '{{count}} overdue',
    all: 'All disputes',
    more: '{{count}} more',
    none: 'No dispute is due within a week.',
  },
  statutory: {
    title: 'Duties by law',
    open: 'Open the list',
    overdue: '{{count}} overdue',
    today: '{{count}} today',
    week: '{{count}} within seven days',
    ending: '{{count}} end within 30 days',
    notices: '{{count}} notices to print',
    waiting: '{{count}} wait for approval',
  },
  asked: {
    title: 'Asked by people themselves',
    late: '{{count}} requests late',
    open: '{{count}} requests to answer',
    waiting: '{{count}} consents to check',
    ending: '{{count}} consents end in 30 days',
    rights: 'Requests',
    care: 'Care',
  },
  room: {
    title: 'In the room',
    book: 'Visitors ledger',
    none: 'No visitors in the room. F2 to register.',
    leave: 'Leave',
  },
  quick: {
    title: 'Start here',
    visit: 'Register a visitor',
    dispute: 'Register a dispute',
    card: 'Print a card',
    weekly: 'Weekly export',
  },
  week: {
    title: "This week's bundle",
    open: 'Open weekly export',
    states: {
      'not-enrolled': 'The station is not enrolled yet.',
      done: "This week's bundle is on the stick.",
      open: "This week's bundle is not exported; Friday is soon enough.",
      due: "This week's bundle is due today.",
      overdue: 'Last week was not exported. Export soon.',
    },
    words: {
      'not-enrolled': 'not enrolled',
      done: 'exported',
      open: 'not due yet',
      due: 'due today',
      overdue: 'overdue',
    },
  },
  notice: {
    overdue: "Last week's bundle was not exported.",
    overdueGo: 'Export it',
    clock: "The PC's clock is {{minutes}} minutes behind the last record. Set it right before registering.",
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    today: typeof zh;
  }
}
