/** Words about a person wherever they stand: the one line they agreed to, and what they may ask of the office. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  line: '可能需要帮助：请联系 {{name}}，{{phone}}',
  title: '本人事项',
  care: '登记关爱同意',
  withdraw: '撤回关爱同意',
  request: '登记权利请求',
  withdrawTitle: '撤回{{name}}的关爱同意',
  withdrawWhy:
    '本人或监护人要求撤回时使用，不问理由。有过的同意立即全部停止，谁也不再看到；没有则不变。这里不显示有没有。',
  withdrawConfirm: '撤回',
  withdrawn: '已办理。{{name}}现在没有有效的关爱同意。',
} as const;

export const en: Words<typeof zh> = {
  line: 'May need help: call {{name}}, {{phone}}',
  title: 'At their own wish',
  care: 'Enter a consent to care',
  withdraw: 'Withdraw consents to care',
  request: 'Register a rights request',
  withdrawTitle: 'Withdraw the consents of {{name}}',
  withdrawWhy:
    'When the person or a guardian asks for it; no reason is asked. Any consent stops at once and is seen by nobody. Whether there was one is not shown.',
  withdrawConfirm: 'Withdraw',
  withdrawn: 'Done. {{name}} has no consent to care in effect.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    personDesk: typeof zh;
  }
}
