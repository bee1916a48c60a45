/** Words of a record's history, the same for every record of the population. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  changes: '变更记录',
  seen: '查看记录',
  made: '登记',
  changed: '修改',
  retired: '作废',
  lookedAt: '查看',
  noChanges: '还没有变更。',
  nobody: '还没有人查看过隐去的内容。',
  unmerge: '撤销合并',
  empty: '（空）',
  yes: '是',
  no: '否',
  reason: '原因：{{reason}}',
  when: '时间',
  who: '谁',
  what: '操作',
  details: '内容',
} as const;

export const en: Words<typeof zh> = {
  changes: 'Changes',
  seen: 'Looked at',
  made: 'Registered',
  changed: 'Changed',
  retired: 'Taken out',
  lookedAt: 'Looked at',
  noChanges: 'No changes yet.',
  nobody: 'Nobody has looked at what is hidden.',
  unmerge: 'joining undone',
  empty: '(empty)',
  yes: 'Yes',
  no: 'No',
  reason: 'Reason: {{reason}}',
  when: 'When',
  who: 'Who',
  what: 'Deed',
  details: 'Details',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    history: typeof zh;
  }
}
