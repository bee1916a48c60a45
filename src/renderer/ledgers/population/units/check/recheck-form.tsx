/** Somebody looked again: what came of it is one digit, the day is today. */
import { useTranslation } from 'react-i18next';
import type { UnitCheckRow } from '#shared/contract/population/units.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { RECHECK_RESULTS } from '#shared/ledgers/population/units.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import shared from '#renderer/record/record.module.css';
import { useUnitWords, type RecheckResult } from '#renderer/ledgers/population/units/units-words.ts';

interface RecheckValues {
  readonly recheckResult: RecheckResult | null;
  readonly recheckedOn: CalendarDay | null;
}

export interface RecheckFormProps {
  readonly check: UnitCheckRow;
  readonly onDone: () => void;
}

export function RecheckForm({ check, onDone }: RecheckFormProps) {
  const { t } = useTranslation('units');
  const { client } = useOffice();
  const today = useOfficeDay();
  const words = useUnitWords();
  const save = useSave();
  const offerUndo = useUndoToast('unit_checks');
  const { id, revision, checkedOn } = check;
  const form = useForm<RecheckValues>({
    initial: { recheckResult: null, recheckedOn: today },
    required: ['recheckResult', 'recheckedOn'],
    check: ({ recheckedOn }) =>
      recheckedOn !== null && (recheckedOn > today || recheckedOn < checkedOn)
        ? [{ field: 'recheckedOn', rule: 'out-of-range' }]
        : [],
    words: words.issue,
  });
  return (
    <FormShell
      form={form}
      label={t('record.recheck')}
      saveWords={t('recheck.save')}
      marks="optional"
      actions={<Button onClick={onDone}>{t('record.cancel')}</Button>}
      save={({ recheckResult, recheckedOn }) =>
        save(async () => {
          if (recheckResult === null || recheckedOn === null) return;
          const saved = await client.units.recheck({ id, revision, recheckedOn, recheckResult });
          const result = words.recheck(recheckResult);
          offerUndo(saved, t('recheck.saved', { result }), t('recheck.undone'));
          onDone();
        })
      }
    >
      <p>{t('recheck.what', { day: checkedOn, finding: check.finding })}</p>
      <DigitChoice
        {...form.field('recheckResult')}
        label={words.field('recheckResult')}
        hint={t('recheck.still')}
        onChange={(result) => form.set('recheckResult', result)}
        options={RECHECK_RESULTS.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.recheck(code),
        }))}
        autoFocus
      />
      <DayField
        {...form.field('recheckedOn')}
        label={words.field('recheckedOn')}
        today={today}
        onUnread={(unread) => form.unread('recheckedOn', unread)}
      />
      <p className={shared.basis}>
        {check.noticeNo !== null && t('record.noticeNo', { number: check.noticeNo })}
      </p>
    </FormShell>
  );
}
