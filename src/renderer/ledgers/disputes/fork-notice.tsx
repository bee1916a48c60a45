/** What the answers lead to, and what has to be done at once. */
import { useTranslation } from 'react-i18next';
import { forkOf, type Answers, type ForkReason } from '#shared/ledgers/disputes/questions.ts';
import type { ChipTone } from '#renderer/ui/basic/chip.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';

const TONES = {
  violence: 'violet',
  danger: 'red',
  'serious-injury': 'red',
  weapon: 'red',
  'public-order': 'amber',
  civil: 'blue',
} as const satisfies Readonly<Record<ForkReason, ChipTone>>;

export function ForkNotice({ answers }: { readonly answers: Answers }) {
  const { t } = useTranslation('disputes');
  const { reason } = forkOf(answers);
  return <Notice tone={TONES[reason]}>{t(`forks.${reason}`)}</Notice>;
}
