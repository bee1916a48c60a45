import { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/kernel/calendar-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';

export interface RestoreBarProps {
  /** When the draft was kept, as an instant. */
  readonly keptAt: string;
  readonly onRestore: () => void;
  readonly onDrop: () => void;
}

/** Offers a draft of before; nothing is overwritten unasked. */
export function RestoreBar({ keptAt, onRestore, onDrop }: RestoreBarProps) {
  const { t } = useTranslation('ui');
  return (
    <Notice
      tone="amber"
      action={
        <>
          <Button size="small" onClick={onRestore}>
            {t('form.restoreIt')}
          </Button>
          <Button size="small" kind="quiet" onClick={onDrop}>
            {t('form.dropIt')}
          </Button>
        </>
      }
    >
      {t('form.restore', { time: timeOf(keptAt) })}
    </Notice>
  );
}
