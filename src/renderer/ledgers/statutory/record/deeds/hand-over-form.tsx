import { useTranslation } from 'react-i18next';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficers } from '#renderer/client/staff.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import type { TaskProps } from '#renderer/ledgers/statutory/record/matter-props.ts';
import { MatterForm } from '#renderer/ledgers/statutory/record/matter-form.tsx';

/** To another officer, who alone sees it from then on. */
export function HandOverForm({ record, onClose, onOver }: TaskProps) {
  const { t } = useTranslation('statutoryRecord');
  const { client } = useOffice();
  const officers = useOfficers().filter(({ id }) => id !== record.officer.id);
  const toast = useToast();
  const send = async ({ officer }: { officer: string | null }) => {
    const { id, revision } = record;
    await client.statutory.handOver({ id, revision, officer: officer ?? '' });
    const name = officers.find((one) => one.id === officer)?.name ?? '';
    toast({ tone: 'done', text: t('handDialog.saved', { name }) });
    onClose();
    onOver();
  };
  return (
    <MatterForm<{ officer: string | null }>
      label={t('handDialog.title')}
      saveWords={t('handDialog.save')}
      initial={{ officer: null }}
      required={['officer']}
      send={send}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t('handDialog.why')}</p>
          <SelectField
            {...form.field('officer')}
            label={t('handDialog.officer')}
            none={t('handDialog.choose')}
            options={officers.map(({ id, name }) => ({ value: id, label: name }))}
            autoFocus
          />
        </>
      )}
    </MatterForm>
  );
}
