/** A phone in a form that knows it only masked: an empty field leaves it as it is, a box deletes it. */
import { useTranslation } from 'react-i18next';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import type { FieldProps } from '#renderer/ui/fields/field-props.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';

export interface KeptPhoneProps extends FieldProps<string> {
  /** What the record keeps, masked; null where it keeps none. */
  readonly masked: string | null;
  readonly dropped: boolean;
  readonly onDrop: (dropped: boolean) => void;
}

export function KeptPhone({ masked, dropped, onDrop, ...field }: KeptPhoneProps) {
  const { t } = useTranslation('record');
  if (masked === null) return <PhoneField {...field} />;
  return (
    <div>
      <PhoneField {...field} hint={t('keep', { masked })} disabled={dropped} />
      <CheckField
        name={`drop ${field.name}`}
        label={t('drop', { label: field.label })}
        value={dropped}
        onChange={onDrop}
      />
    </div>
  );
}

/** What a save sends for such a field: undefined leaves the phone as it is. */
export function keptPhone(typed: string, masked: string | null, dropped: boolean): string | null | undefined {
  if (masked !== null && dropped) return null;
  const clean = typed.trim();
  return clean === '' ? (masked === null ? null : undefined) : clean;
}
