import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RestoreFlow } from '#renderer/backups/restore-flow.tsx';
import { lockedDoor } from '#renderer/backups/restore-door.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';

export interface BeginningStepProps {
  readonly onBack: () => void;
  /** A new office, from nothing; or one that is to be made known to the station, which has what the old PC held. */
  readonly onNew: (from: 'nothing' | 'station') => void;
}

export type Beginning = 'new' | 'backup' | 'station';

/** A new office, or one that comes back. What comes back opens this PC's office anew, locked. */
export function BeginningStep({ onBack, onNew }: BeginningStepProps) {
  const { t } = useTranslation('wizard');
  const office = useOffice();
  const [beginning, setBeginning] = useState<Beginning>('new');
  const [restoring, setRestoring] = useState(false);
  const form = useForm({ initial: { beginning }, required: [], check: () => [], words: () => '' });
  if (restoring)
    return (
      <>
        <h2>{t('beginning.backup')}</h2>
        <RestoreFlow door={lockedDoor(office)} onLeave={() => setRestoring(false)} />
      </>
    );
  return (
    <>
      <h2>{t('steps.beginning')}</h2>
      <p>{t('beginning.lead')}</p>
      <FormShell
        form={form}
        label={t('steps.beginning')}
        saveWords={t('next')}
        actions={<Button onClick={onBack}>{t('back')}</Button>}
        save={() => {
          if (beginning === 'backup') setRestoring(true);
          else onNew(beginning === 'station' ? 'station' : 'nothing');
          return Promise.resolve({ ok: true });
        }}
      >
        <DigitChoice
          name="beginning"
          label={t('beginning.label')}
          value={beginning}
          onChange={setBeginning}
          options={[
            { value: 'new', label: t('beginning.new'), digit: '1', note: t('beginning.newNote') },
            { value: 'backup', label: t('beginning.backup'), digit: '2', note: t('beginning.backupNote') },
            { value: 'station', label: t('beginning.station'), digit: '3', note: t('beginning.stationNote') },
          ]}
          autoFocus
        />
      </FormShell>
    </>
  );
}
