/** What came of a duty: a result, a day, the number of the paper. There is no field for what was said. */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { DutyRow } from '#shared/contract/key-persons/statutory.ts';
import { cleanDone, doneIssues, DUTY_RESULTS, type DutyResult } from '#shared/ledgers/statutory/duties.ts';
import { DOCUMENT_NUMBER_MAX } from '#shared/ledgers/statutory/document-number.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { afterDuty } from '#renderer/ledgers/statutory/record/changed-record.ts';
import type { TaskProps } from '#renderer/ledgers/statutory/record/matter-props.ts';
import { MatterForm } from '#renderer/ledgers/statutory/record/matter-form.tsx';

interface Done {
  readonly result: DutyResult | null;
  readonly doneOn: string | null;
  readonly recordNumber: string;
}

export function DutyForm({
  record,
  duty,
  onChange,
  onClose,
}: Pick<TaskProps, 'record' | 'onChange' | 'onClose'> & { readonly duty: DutyRow }) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const toast = useToast();
  const send = async (values: Done) => {
    const { id, revision } = duty;
    const change = { id: record.id, duty: { id, revision } };
    const done = await client.statutory.doDuty({ ...change, ...written(values, today) });
    onChange(afterDuty(record, done));
    toast({
      tone: 'done',
      text: t('duties.saved', {
        duty: t(`statutory:duties.${done.kind}`),
        result: t(`statutory:results.${done.result ?? 'done'}`),
      }),
    });
    onClose();
  };
  return (
    <MatterForm<Done>
      label={t('duties.write')}
      saveWords={t('duties.save')}
      initial={{ result: null, doneOn: today, recordNumber: '' }}
      required={['result', 'doneOn']}
      check={(values) => doneIssues(cleanDone(written(values, today)), record.documentDate, today)}
      send={send}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DigitChoice
            {...form.field('result')}
            label={t('duties.result')}
            options={DUTY_RESULTS.map((code, index) => ({
              value: code,
              digit: String(index + 1),
              label: t(`statutory:results.${code}`),
            }))}
            autoFocus
          />
          <DayField
            {...form.field('doneOn')}
            label={t('duties.doneDay')}
            today={today}
            onUnread={(unread) => form.unread('doneOn', unread)}
          />
          <TextField
            {...form.field('recordNumber')}
            label={t('duties.recordNumber')}
            hint={t('duties.recordHint')}
            maxLength={DOCUMENT_NUMBER_MAX}
          />
        </>
      )}
    </MatterForm>
  );
}

/** As the office takes it; what is not chosen yet is asked for by the form. */
function written({ result, doneOn, recordNumber }: Done, today: CalendarDay) {
  return { result: result ?? 'done', doneOn: doneOn ?? today, recordNumber } as const;
}
