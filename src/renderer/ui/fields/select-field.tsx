import { NativeSelect } from '@mantine/core';
import { FieldLabel, fieldMarks, type FieldProps } from './field-props.tsx';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldProps<Value | null> {
  readonly options: readonly SelectOption<Value>[];
  /** The words of having chosen nothing; absent: something is always chosen. */
  readonly none?: string;
}

/** For long lists; short ones are a DigitChoice. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { name, label, value, onChange, onBlur, error = null, hint, required = false, options, none } = props;
  return (
    <NativeSelect
      label={<FieldLabel label={label} required={required} />}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(options.find((option) => option.value === chosen)?.value ?? null);
      }}
      onBlur={() => onBlur?.()}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...fieldMarks(name, required, value === null)}
    >
      {(none !== undefined || value === null) && <option value="">{none ?? ''}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
