import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';

export interface DoneStepProps {
  readonly office: string;
  /** The old PC is gone: what the station holds is taken back before anything else. */
  readonly fromStation: boolean;
  /** The screen to begin with. */
  readonly onDone: (path: string) => void;
}

export function DoneStep({ office, fromStation, onDone }: DoneStepProps) {
  const { t } = useTranslation('wizard');
  if (fromStation)
    return (
      <>
        <h2>{t('done.lead', { office })}</h2>
        <p>{t('done.rescue')}</p>
        <DialogActions>
          <Button kind="primary" autoFocus onClick={() => onDone('/weekly/rescue')}>
            {t('done.toRescue')}
          </Button>
        </DialogActions>
      </>
    );
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
