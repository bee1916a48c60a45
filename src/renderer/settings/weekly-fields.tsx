/** When the weekly bundle is due: a working day and the full hour at which it is sealed by itself. */
import { useTranslation } from 'react-i18next';
import type { OfficeProfile } from '#shared/contract/office.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { weekdayName } from '#renderer/ui/fields/weekday-name.ts';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import styles from './settings.module.css';

type Fields = Omit<OfficeProfile, 'code' | 'revision' | 'backupFolder'>;

const WEEKDAYS = ['1', '2', '3', '4', '5'] as const;

export function WeeklyFields({ form }: { readonly form: FormModel<Fields> }) {
  const { t } = useTranslation('settings');
  const { t: inUi } = useTranslation('ui');
  const { value, onChange, ...weekday } = form.field('weeklyWeekday');
  return (
    <div className={styles.stack}>
      <DigitChoice
        {...weekday}
        label={t('office.weeklyWeekday')}
        hint={t('office.weeklyHint')}
        value={WEEKDAYS.find((digit) => Number(digit) === value) ?? null}
        onChange={(digit) => onChange(Number(digit))}
        options={WEEKDAYS.map((digit) => ({
          value: digit,
          digit,
          label: weekdayName(Number(digit), inUi),
        }))}
      />
      <NumberField {...form.field('weeklyHour')} label={t('office.weeklyHour')} min={0} max={23} />
    </div>
  );
}
