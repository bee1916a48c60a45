/** The stick with what the station wrote, and how far anybody knows that the journal went. */
import { useTranslation } from 'react-i18next';
import type { RescuePreview } from '#shared/contract/rescue.ts';
import { cleanNumber } from '#shared/kernel/text-input.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useTarget } from '#renderer/weekly/use-target.ts';
import styles from './rescue.module.css';

export function CheckStick({ onFound }: { readonly onFound: (found: RescuePreview) => void }) {
  const { t } = useTranslation('rescue');
  const { client } = useOffice();
  const save = useSave();
  const target = useTarget();
  const { handle, stick, label } = target;
  const form = useForm({
    initial: { last: '' },
    required: [],
    check: ({ last }) =>
      last.trim() === '' || /^\d{1,12}$/.test(cleanNumber(last)) ? [] : [{ field: 'last', rule: 'shape' }],
    words: () => t('lastWrong'),
  });
  if (handle === null)
    return (
      <div>
        <Button kind="primary" onClick={() => void target.choose()}>
          {t('choose')}
        </Button>
      </div>
    );
  return (
    <>
      {stick !== null && (
        <p role="status">
          <Chip tone="green">{t('stick', { serial: stick.serial })}</Chip>
        </p>
      )}
      {stick === null && label !== null && <p className={styles.soft}>{t('folder', { label })}</p>}
      <FormShell
        form={form}
        label={t('steps.take')}
        saveWords={t('look')}
        busyWords={t('looking')}
        marks="optional"
        actions={<Button onClick={() => void target.choose()}>{t('other')}</Button>}
        save={({ last }) =>
          save(async () => {
            const typed = cleanNumber(last);
            const number = typed === '' ? null : Number(typed);
            onFound(await client.rescue.look({ folder: handle, last: number === 0 ? null : number }));
          })
        }
      >
        <TextField
          {...form.field('last')}
          label={t('last')}
          hint={t('lastHint')}
          inputMode="numeric"
          maxLength={20}
        />
      </FormShell>
    </>
  );
}
