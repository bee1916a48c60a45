/** Words of the way in: why somebody looks, how long what is shown stays, and what waits for the station. */
import type { ENTRY_STATES } from '#shared/ledgers/statutory/standing.ts';
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  note: '只显示本人承办的事项；查看要写事由，并记入日志',
  gate: '查看名单',
  gateText: '名单含依法不公开的信息。离开本页、窗口失去焦点，或 {{minutes}} 分钟没有操作，会自动隐去。',
  gateHint: '事由和时间记入日志，安全审计员可见',
  explain: '用途',
  explainHint: '一小时内查看较多，请写明用途，至少 {{least}} 个字；安全审计员会看到',
  explainShort: '请写明用途，至少 {{least}} 个字',
  show: '查看',
  chooseReason: '请选择事由',
  noteShort: '请写明说明，至少 {{least}} 个字',
  sensitive: '内容敏感，注意周围',
  hide: '隐去',
  hidesIn: '{{seconds}} 秒没有操作后隐去',
  enter: '登记',
  back: '回到名单',
  none: '现在没有您承办的依法登记事项。',
  noneHow: '收到法律文书后登记；派出所批准后在这里出现。',
  renewing: '按新文书续期',
  waiting: {
    title: '等待派出所批准',
    none: '没有等待批准的登记。',
    states: { provisional: '等待批准', denied: '未批准', approved: '已批准' } as const satisfies Readonly<
      Record<(typeof ENTRY_STATES)[number], string>
    >,
    entered: '{{day}} 登记',
    gone: '{{day}} 前没有答复即自动删除',
    goneDenied: '{{day}} 自动删除',
    sent: '已随数据包送出',
    unsent: '等待下次导出',
    reason: '派出所意见：{{reason}}',
    withdraw: '撤回',
    putAway: '收起',
    withdrawTitle: '撤回 {{id}}',
    withdrawText: '这项登记会立即删除，不留内容。需要时重新登记。',
    putAwayTitle: '收起 {{id}}',
    putAwayText: '未批准的登记会立即删除，不留内容。',
    withdrawn: '已撤回 {{id}}，没有留下内容',
    putAwayDone: '已收起 {{id}}，没有留下内容',
  },
} as const;

export const en: Words<typeof zh> = {
  note: 'Only matters in your own charge; looking needs a reason and is in the journal',
  gate: 'See the list',
  gateText:
    'The list holds what the law keeps from the public. It hides itself when you leave this page or window, or after {{minutes}} minutes without a key.',
  gateHint: 'Reason and time go into the journal, which the auditor reads',
  explain: 'What for',
  explainHint:
    'Many were looked at within the hour: say what for, at least {{least}} characters; the auditor reads it',
  explainShort: 'Say what for, at least {{least}} characters',
  show: 'Show',
  chooseReason: 'Choose a reason',
  noteShort: 'Say it in at least {{least}} characters',
  sensitive: 'Sensitive: mind who can see',
  hide: 'Hide',
  hidesIn: 'Hides after {{seconds}} s without a key',
  enter: 'Enter one',
  back: 'Back to the list',
  none: 'No statutory matter is in your charge now.',
  noneHow: 'Enter one when its document arrives; it is listed here once the station approves.',
  renewing: 'Renewed by a new document',
  waiting: {
    title: 'Waiting for the station',
    none: 'No entry waits for approval.',
    states: { provisional: 'waiting', denied: 'not approved', approved: 'approved' },
    entered: 'entered {{day}}',
    gone: 'deleted by itself if not answered before {{day}}',
    goneDenied: 'deleted by itself on {{day}}',
    sent: 'sent with a bundle',
    unsent: 'goes with the next export',
    reason: 'The station says: {{reason}}',
    withdraw: 'Take back',
    putAway: 'Put away',
    withdrawTitle: 'Take back {{id}}',
    withdrawText: 'The entry is deleted at once and nothing of it stays. Enter it anew if needed.',
    putAwayTitle: 'Put away {{id}}',
    putAwayText: 'The entry that was not approved is deleted at once and nothing of it stays.',
    withdrawn: '{{id}} was taken back; nothing of it stays',
    putAwayDone: '{{id}} was put away; nothing of it stays',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    statutoryReading: typeof zh;
  }
}
