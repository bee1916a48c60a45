import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';

export interface DoneStepProps {
  readonly office: string;
  /** The screen to begin with. */
  readonly onDone: (path: string) => void;
}

export function DoneStep({ office, onDone }: DoneStepProps) {
  const { t } = useTranslation('wizard');
  return (
    <>
      <h2>{t('done.lead', { office })}</h2>
      <p>{t('done.next')}</p>
      <DialogActions>
        <Button onClick={() => onDone('/settings')}>{t('done.look')}</Button>
        <Button kind="primary" autoFocus onClick={() => onDone('/settings?part=staff')}>
          {t('done.people')}
        </Button>
      </DialogActions>
    </>
  );
}
