/** One of a few, chosen by its digit, by arrows or by a click. Always all visible: no list to open. */
import { Input } from '@mantine/core';
import { useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { focusNextField } from '#renderer/ui/form/enter-rule.ts';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import { FieldLabel, fieldMarks, type FieldProps } from './field-props.tsx';
import styles from './fields.module.css';

export interface DigitOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The key that chooses it; null: reached with the arrows. */
  readonly digit: string | null;
  /** Said below the label in a lighter voice; choices with such words stand one below the other. */
  readonly note?: string;
}

export interface DigitChoiceProps<Value extends string> extends Omit<FieldProps<Value | null>, 'onChange'> {
  readonly options: readonly DigitOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** True (the default): a digit also moves on to the next field. */
  readonly advances?: boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function DigitChoice<Value extends string>(props: DigitChoiceProps<Value>) {
  const { name, label, value, options, onChange, onBlur, error = null, hint, required = false } = props;
  const { advances = true, autoFocus = false, disabled = false } = props;
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const current = options.findIndex((option) => option.value === value);

  const press = (event: KeyboardEvent) => {
    if (disabled || belongsToInputMethod(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    const digit = event.key.normalize('NFKC');
    const byDigit = options.find((option) => option.digit === digit);
    if (byDigit !== undefined) {
      event.preventDefault();
      onChange(byDigit.value);
      if (advances && group.current !== null) focusNextField(group.current);
    } else if (step !== undefined) {
      event.preventDefault();
      const next = (Math.max(current, step > 0 ? -1 : 0) + step + options.length) % options.length;
      const option = options[next];
      if (option === undefined) return;
      onChange(option.value);
      group.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
    }
  };
  return (
    <Input.Wrapper
      label={<FieldLabel label={label} required={required} />}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
      description={hint}
      error={error}
      errorProps={{ id: `${id}-error` }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <div
        ref={group}
        className={styles.choices}
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={error === null ? undefined : `${id}-error`}
        aria-invalid={error !== null}
        data-stacked={options.some(({ note }) => note !== undefined) || undefined}
        onKeyDown={press}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
        }}
        {...fieldMarks(name, required, value === null)}
      >
        {options.map((option, index) => {
          const entry = index === Math.max(current, 0);
          return (
            <button
              key={option.value}
              type="button"
              role="radio"
              aria-checked={index === current}
              tabIndex={entry ? 0 : -1}
              disabled={disabled}
              autoFocus={autoFocus && entry}
              data-autofocus={(autoFocus && entry) || undefined}
              className={styles.choice}
              onClick={() => onChange(option.value)}
            >
              {option.digit !== null && <span className={styles.digit}>{option.digit}</span>}
              {option.note === undefined ? (
                option.label
              ) : (
                <span>
                  {option.label}
                  <span className={styles.choiceNote}>{option.note}</span>
                </span>
              )}
            </button>
          );
        })}
      </div>
    </Input.Wrapper>
  );
}
