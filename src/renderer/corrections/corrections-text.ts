/** Words of 更正建议: what the station proposes, and an officer's yes or no. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  none: '没有待答复的更正建议。',
  lead: '派出所只是建议。采纳后才改动记录，并随下一次上报告知派出所。',
  ledgers: { residents: '人口', dwellings: '房屋', units: '单位' },
  stands: {
    same: '记录未变',
    parallel: '记录已改过其他项',
    conflict: '同一项已改过，请逐项选择',
  },
  from: '{{officer}}，{{day}} 收到',
  reason: '理由',
  look: '查看并答复',
  field: '项目',
  now: '现在',
  proposed: '建议改为',
  changedSince: '本室后来改过',
  empty: '（空）',
  take: '采纳“{{field}}”',
  accept: '采纳所选',
  nothing: '请先选择要采纳的项。',
  accepted: '已采纳，随下一次上报告知派出所',
  decline: '不采纳',
  declineTitle: '不采纳这项建议',
  declineReason: '为什么不采纳',
  declined: '已答复不采纳',
  record: '打开记录',
  refused: '“{{fields}}”不合登记规则，不能采纳。',
} as const;

export const en: Words<typeof zh> = {
  none: 'No corrections wait.',
  lead: 'The station only proposes. The record changes when you accept, and the station hears of it with the next export.',
  ledgers: { residents: 'Resident', dwellings: 'Dwelling', units: 'Unit' },
  stands: {
    same: 'the record is as it was read',
    parallel: 'other fields changed since',
    conflict: 'the same field changed since; choose each',
  },
  from: '{{officer}}, received {{day}}',
  reason: 'Reason',
  look: 'Look and answer',
  field: 'Field',
  now: 'Now',
  proposed: 'Proposed',
  changedSince: 'changed here since',
  empty: '(empty)',
  take: 'Take over "{{field}}"',
  accept: 'Accept what is chosen',
  nothing: 'Choose what to take over first.',
  accepted: 'Accepted. The station hears of it with the next export',
  decline: 'Decline',
  declineTitle: 'Decline this proposal',
  declineReason: 'Why it is declined',
  declined: 'Declined',
  record: 'Open the record',
  refused: '"{{fields}}" breaks the rules of the ledger and cannot be accepted.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    corrections: typeof zh;
  }
}
