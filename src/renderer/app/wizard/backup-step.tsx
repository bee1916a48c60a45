import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';

export interface BackupStepProps {
  readonly onBack: () => void;
  /** The handle of the chosen folder, or null. */
  readonly onFinish: (backup: string | null) => Promise<void>;
}

export function BackupStep({ onBack, onFinish }: BackupStepProps) {
  const { t } = useTranslation('wizard');
  const { client } = useOffice();
  const deed = useDeed();
  const [place, setPlace] = useState<{ readonly handle: string; readonly label: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async () => {
    const chosen = await deed(() => client.setup.chooseBackupFolder({}));
    if (chosen !== null) setPlace(chosen);
  };
  const finish = async () => {
    setBusy(true);
    await deed(() => onFinish(place?.handle ?? null));
    setBusy(false);
  };
  return (
    <>
      <h2>{t('steps.backup')}</h2>
      <p>{t('backup.lead')}</p>
      {place === null ? (
        <Notice tone="amber">{t('backup.warning')}</Notice>
      ) : (
        <Notice tone="green">{t('backup.chosen', { label: place.label })}</Notice>
      )}
      <div>
        <Button kind={place === null ? 'primary' : 'plain'} autoFocus onClick={() => void choose()}>
          {t('backup.choose')}
        </Button>
      </div>
      <DialogActions>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button kind={place === null ? 'plain' : 'primary'} busy={busy} onClick={() => void finish()}>
          {place === null ? t('backup.later') : t('backup.finish')}
        </Button>
      </DialogActions>
    </>
  );
}
