import { cleanNumber } from '#shared/kernel/text-input.ts';
import { TextField } from './text-field.tsx';
import type { FieldProps } from './field-props.tsx';

/** Full-width digits, spaces and dashes are taken as they come and made plain when the field is left. */
export function PhoneField(props: FieldProps<string>) {
  const tidy = () => {
    const clean = cleanNumber(props.value);
    if (clean !== props.value) props.onChange(clean);
    props.onBlur?.();
  };
  return <TextField {...props} onBlur={tidy} inputMode="tel" maxLength={30} />;
}
