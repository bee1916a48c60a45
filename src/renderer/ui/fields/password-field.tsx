import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldLabel, fieldMarks, type FieldProps } from './field-props.tsx';

export interface PasswordFieldProps extends FieldProps<string> {
  /** `new` where one is being chosen. */
  readonly purpose?: 'current' | 'new';
}

/** Never trimmed, never kept in a draft. */
export function PasswordField(props: PasswordFieldProps) {
  const { name, label, value, onChange, onBlur, error = null, hint, required = true } = props;
  const { t } = useTranslation('ui');
  return (
    <PasswordInput
      label={<FieldLabel label={label} required={required} />}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onBlur?.()}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      data-autofocus={props.autoFocus || undefined}
      maxLength={200}
      autoComplete={props.purpose === 'new' ? 'new-password' : 'off'}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
      {...fieldMarks(name, required, value === '')}
    />
  );
}
