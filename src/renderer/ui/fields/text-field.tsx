import { Textarea, TextInput } from '@mantine/core';
import type { HTMLAttributes } from 'react';
import { FieldLabel, fieldMarks, type FieldProps } from './field-props.tsx';

export interface TextFieldProps extends FieldProps<string> {
  readonly maxLength?: number;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** Grey text in the empty field: an example, never the label. */
  readonly example?: string;
  /** At the right end inside the field, such as what was understood. */
  readonly aside?: string;
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void;
}

export function TextField(props: TextFieldProps) {
  const { name, label, value, onChange, onBlur, error = null, hint, required = false } = props;
  return (
    <TextInput
      label={<FieldLabel label={label} required={required} />}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onBlur?.()}
      onKeyDown={(event) => props.onKeyDown?.(event)}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      data-autofocus={props.autoFocus || undefined}
      maxLength={props.maxLength ?? 200}
      inputMode={props.inputMode ?? 'text'}
      placeholder={props.example ?? ''}
      rightSection={props.aside}
      rightSectionWidth={props.aside === undefined ? 0 : 'auto'}
      rightSectionPointerEvents="none"
      autoComplete="off"
      spellCheck={false}
      {...fieldMarks(name, required, value.trim() === '')}
    />
  );
}

export interface TextAreaFieldProps extends FieldProps<string> {
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Enter makes a new line here; Ctrl+Enter and Ctrl+S save. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, value, onChange, onBlur, error = null, hint, required = false } = props;
  return (
    <Textarea
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
      rows={props.rows ?? 3}
      maxLength={props.maxLength ?? 2000}
      autoComplete="off"
      spellCheck={false}
      {...fieldMarks(name, required, value.trim() === '')}
    />
  );
}
