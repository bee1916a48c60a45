/** Words that records of every ledger say alike: what is kept unseen, and what is done when somebody else saved first. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  keep: '留空表示不改（现为 {{masked}}）',
  drop: '删除已留的{{label}}',
  locked: '查看完整内容需要社区民警。',
  conflict: '{{name}} 先保存了修改。已填的都还在。现在的内容是：',
  conflictSame: '正在改的这几项没有变化。',
  conflictSave: '按我填的保存',
  reason: '原因',
  reasonMissing: '请写明原因',
  why: '事由',
  note: '说明',
  noteHint: '至少 {{least}} 个字',
} as const;

export const en: Words<typeof zh> = {
  keep: 'Empty leaves it as it is ({{masked}})',
  drop: 'Delete: {{label}}',
  locked: 'Seeing it whole needs a community officer.',
  conflict: '{{name}} saved a change first. What you typed is still here. Now it says:',
  conflictSame: 'What you are editing has not changed.',
  conflictSave: 'Save what I typed',
  reason: 'Reason',
  reasonMissing: 'Say why',
  why: 'Reason',
  note: 'In words',
  noteHint: 'At least {{least}} characters',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    record: typeof zh;
  }
}
