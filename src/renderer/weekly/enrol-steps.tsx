/** How office and station come to know each other: a file each way, and digits compared by people. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanNumber } from '#shared/kernel/text-input.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { OfficeDigits } from './keys/office-digits.tsx';
import { useStickFolder } from './stick-folder.ts';
import styles from './weekly.module.css';

interface StationCardFile {
  readonly card: string;
  readonly label: string;
  readonly code: string;
  readonly name: string;
}

const DIGITS = 40;

export interface EnrolStepsProps {
  /** Told the station's name once its digits agreed. */
  readonly onPinned: (name: string) => void;
}

/** The station's card: its file, then the digits on its paper. */
export function EnrolSteps({ onPinned }: EnrolStepsProps) {
  const { t } = useTranslation('weekly');
  const { client } = useOffice();
  const deed = useDeed();
  const [file, setFile] = useState<StationCardFile | null>(null);
  const chooseCard = async () => {
    const chosen = await deed(() => client.station.chooseCard({}));
    if (chosen !== null) setFile(chosen);
  };
  return (
    <>
      <div className={styles.step}>
        <p>{t('station.step1')}</p>
        <Button kind={file === null ? 'primary' : 'plain'} onClick={() => void chooseCard()}>
          {t('station.chooseCard')}
        </Button>
        {file !== null && (
          <p className={styles.soft}>
            {t('station.chosen', { name: file.name, code: file.code, label: file.label })}
          </p>
        )}
      </div>
      {file === null && <p className={styles.soft}>{t('station.step2')}</p>}
      {file !== null && <PinForm key={file.card} file={file} onPinned={() => onPinned(file.name)} />}
    </>
  );
}

interface PinFormProps {
  readonly file: StationCardFile;
  readonly onPinned: () => void;
}

function PinForm({ file, onPinned }: PinFormProps) {
  const { t } = useTranslation('weekly');
  const { client } = useOffice();
  const cache = useQueryClient();
  const save = useSave();
  const form = useForm({
    initial: { digits: '' },
    required: ['digits'],
    check: ({ digits }) =>
      cleanNumber(digits).length === DIGITS ? [] : [{ field: 'digits', rule: 'short' }],
    words: () => t('station.digitsShort'),
  });
  return (
    <FormShell
      form={form}
      label={t('station.step2')}
      saveWords={t('station.pin')}
      marks="optional"
      save={({ digits }) =>
        save(async () => {
          await client.station.pin({ card: file.card, digits });
          onPinned();
          await invalidateRoom(cache, 'weekly');
        })
      }
    >
      <p>{t('station.step2')}</p>
      <TextField
        {...form.field('digits')}
        label={t('station.digitsField')}
        hint={t('station.digitsFieldHint')}
        inputMode="numeric"
        maxLength={100}
        autoFocus
      />
    </FormShell>
  );
}

/** This office's own file for the station, and its digits large enough to be read aloud. */
export function EnrolmentFile({ isStep }: { readonly isStep: boolean }) {
  const { t } = useTranslation('weekly');
  const { client } = useOffice();
  const deed = useDeed();
  const [folder, choose] = useStickFolder();
  const [written, setWritten] = useState<{
    readonly file: string;
    readonly digits: readonly string[];
  } | null>(null);
  const write = async () => {
    const to = folder ?? (await choose());
    if (to === null) return;
    setWritten(await deed(() => client.station.writeEnrolment({ folder: to.handle })));
  };
  return (
    <div className={styles.step}>
      {isStep && <p>{t('station.step3')}</p>}
      <Button size={isStep ? 'normal' : 'small'} onClick={() => void write()}>
        {t('station.write')}
      </Button>
      {written !== null && (
        <div role="status" className={styles.stack}>
          <p>{t('station.written', { file: written.file })}</p>
          <OfficeDigits groups={written.digits} large />
        </div>
      )}
    </div>
  );
}
