/** Words of finding and joining records of one person. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '查重',
  why: '下面各对可能是同一人，由人来判断。最可能的在前。',
  locked: '查重和合并需要社区民警。录入时相像的记录会列在表单旁边。',
  empty: '没有可能重复的记录。',
  left: '还有 {{count}} 对',
  pair: '{{left}} 与 {{right}}',
  kinds: {
    'same-number': '证号相同',
    'one-digit': '证号只差一位',
    'same-name-birth': '同名同出生日期',
    'same-phone-address': '同电话同住址',
  },
  list: '可能重复的记录',
  more: '继续加载',
  field: '项目',
  leftSide: '左边',
  rightSide: '右边',
  same: '相同',
  showSame: '另外 {{count}} 项没有差别',
  hideSame: '收起没有差别的 {{count}} 项',
  differs: '不同',
  hidden: '不同，隐去的部分有差别',
  take: '合并后用',
  takeLeft: '用左边',
  takeRight: '用右边',
  stays: '保留',
  keep: '保留的编号',
  keepHint: '另一条并入它；两边的变更记录都保留',
  reason: '原因',
  reasonFirst: '同一人登记了两次',
  reasonMissing: '请写明原因',
  merge: '合并',
  settle: '不是同一人',
  settled: '已记下：不是同一人，以后不再列出',
  merged: '已合并为一条：{{name}}',
  unmerged: '已撤销合并',
  open: '打开',
} as const;

export const en: Words<typeof zh> = {
  title: 'Doubles',
  why: 'Each pair may be one person; a person decides. The surest come first.',
  locked:
    'Finding and joining doubles needs a community officer. Similar records are listed beside the form when registering.',
  empty: 'No records that may be doubles.',
  left: '{{count}} pairs left',
  pair: '{{left}} and {{right}}',
  kinds: {
    'same-number': 'same number',
    'one-digit': 'number differs in one digit',
    'same-name-birth': 'same name and birthday',
    'same-phone-address': 'same phone and address',
  },
  list: 'Possible doubles',
  more: 'Load more',
  field: 'Field',
  leftSide: 'Left',
  rightSide: 'Right',
  same: 'same',
  showSame: '{{count}} more do not differ',
  hideSame: 'Fold the {{count}} that do not differ',
  differs: 'differs',
  hidden: 'differs in what is hidden',
  take: 'Keep',
  takeLeft: 'left',
  takeRight: 'right',
  stays: 'stays',
  keep: 'Number that stays',
  keepHint: 'The other goes into it; the changes of both are kept',
  reason: 'Reason',
  reasonFirst: 'One person registered twice',
  reasonMissing: 'Say why',
  merge: 'Join',
  settle: 'Two people',
  settled: 'Noted: two people; not listed again',
  merged: 'Joined into one record: {{name}}',
  unmerged: 'Joining undone',
  open: 'Open',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    doubles: typeof zh;
  }
}
