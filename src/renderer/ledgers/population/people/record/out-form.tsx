import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { retainResidentUntil, type OutState } from '#shared/ledgers/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import styles from '#renderer/ledgers/population/people/people.module.css';

/** The commonest first: it has the first digit. */
const BY_FREQUENCY = ['moved', 'left', 'dead', 'missing'] as const satisfies readonly OutState[];

interface OutValues {
  readonly outState: OutState | null;
  readonly outOn: CalendarDay | null;
}

export interface OutFormProps {
  readonly person: ResidentRow;
  readonly onDone: () => void;
}

/** What happened and when; what follows from it is said before it is saved. */
export function OutForm({ person, onDone }: OutFormProps) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const today = useOfficeDay();
  const words = usePeopleWords();
  const save = useSave();
  const offerUndo = useUndoToast('residents');
  const form = useForm<OutValues>({
    initial: { outState: null, outOn: today },
    required: ['outState', 'outOn'],
    check: ({ outOn }) => (outOn !== null && outOn > today ? [{ field: 'outOn', rule: 'future' }] : []),
    words: words.issue,
  });
  const { outOn } = form.values;
  const { id, revision, name } = person;
  return (
    <FormShell
      form={form}
      label={t('record.outTitle', { name })}
      saveWords={t('record.outSave')}
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
      save={(values) =>
        save(async () => {
          const gone = await client.residents.setOut({ id, revision, ...values });
          onDone();
          const state = gone.outState === null ? '' : words.out(gone.outState);
          offerUndo(gone, t('record.outDone', { name, words: state }), t('record.undone'));
        })
      }
    >
      <DigitChoice
        {...form.field('outState')}
        label={t('record.outWhat')}
        options={BY_FREQUENCY.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.out(code),
        }))}
        autoFocus
      />
      <DayField
        {...form.field('outOn')}
        label={t('record.outOn')}
        hint={t('record.outOnHint')}
        today={today}
        onUnread={(unread) => form.unread('outOn', unread)}
      />
      {outOn !== null && outOn <= today && (
        <p className={styles.soft}>{t('record.outRetain', { until: retainResidentUntil(outOn) })}</p>
      )}
      {person.relation === '02' && <p className={styles.attention}>{t('record.outHead')}</p>}
    </FormShell>
  );
}
