import { Checkbox } from '@mantine/core';
import { fieldMarks, type FieldProps } from './field-props.tsx';

export function CheckField({
  name,
  label,
  value,
  onChange,
  onBlur,
  error = null,
  hint,
  disabled,
}: FieldProps<boolean>) {
  return (
    <Checkbox
      label={label}
      description={hint}
      error={error}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
      onBlur={() => onBlur?.()}
      disabled={disabled ?? false}
      {...fieldMarks(name, false, false)}
    />
  );
}
