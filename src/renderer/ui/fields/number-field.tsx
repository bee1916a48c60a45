import { ActionIcon, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanNumber } from '#shared/kernel/text-input.ts';
import { FieldLabel, fieldMarks, type FieldProps } from './field-props.tsx';
import styles from './fields.module.css';

export interface NumberFieldProps extends FieldProps<number> {
  readonly min: number;
  readonly max: number;
}

/** A small whole number: typed (full-width too), stepped with ↑ ↓ or the two buttons; always within its bounds. */
export function NumberField(props: NumberFieldProps) {
  const { name, label, value, onChange, onBlur, error = null, hint, required = false, min, max } = props;
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState<string | null>(null);
  const put = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  const read = (text: string) => {
    setTyped(text);
    const digits = cleanNumber(text);
    if (/^\d{1,6}$/u.test(digits)) put(Number(digits));
  };
  return (
    <TextInput
      label={<FieldLabel label={label} required={required} />}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      className={styles.number ?? ''}
      value={typed ?? String(value)}
      onChange={(event) => read(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        setTyped(null);
        put(value + (event.key === 'ArrowUp' ? 1 : -1));
      }}
      disabled={props.disabled ?? false}
      inputMode="numeric"
      role="spinbutton"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      autoComplete="off"
      rightSectionWidth={68}
      rightSection={
        <span className={styles.steps}>
          <ActionIcon
            variant="subtle"
            aria-label={t('number.fewer')}
            tabIndex={-1}
            disabled={value <= min}
            onClick={() => put(value - 1)}
          >
            <IconMinus size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('number.more')}
            tabIndex={-1}
            disabled={value >= max}
            onClick={() => put(value + 1)}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </span>
      }
      {...fieldMarks(name, required, false)}
    />
  );
}
