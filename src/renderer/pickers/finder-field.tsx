/**
 * A field that takes one thing out of many: what is typed is looked for, arrows and Enter choose, and what is chosen stands
 * in the field until it is changed. While an input method composes, Enter and arrows are its own.
 */
import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { FieldLabel, fieldMarks } from '#renderer/ui/fields/field-props.tsx';
import { focusNextField } from '#renderer/ui/form/enter-rule.ts';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import { useEscape } from '#renderer/ui/layers/escape.ts';
import { showLine, useListPlace } from '#renderer/ui/layers/list-place.ts';
import styles from './pickers.module.css';

export interface FinderOption {
  readonly id: string;
  readonly words: ReactNode;
}

export interface FinderFieldProps {
  readonly name: string;
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly options: readonly FinderOption[];
  /** True while what was typed is still being looked for. */
  readonly looking: boolean;
  /** Said where nothing was found. */
  readonly none: string;
  readonly onChoose: (id: string) => void;
  /** What stands chosen, in words; null: nothing yet. */
  readonly chosen: string | null;
  readonly onClear: () => void;
  readonly onBlur?: () => void;
  readonly example?: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** Beside the field, such as another way to choose. */
  readonly beside?: ReactNode;
}

export function FinderField(props: FinderFieldProps) {
  const { name, label, typed, onTyped, options, chosen, required = false, error = null } = props;
  const { t } = useTranslation('pickers');
  const id = useId();
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(0);
  const shown = opened && chosen === null && typed.trim() !== '';
  const at = Math.min(active, options.length - 1);
  const list = useListPlace(shown, options);
  useEscape(shown, () => setOpened(false));

  const choose = (option: FinderOption, input: HTMLElement) => {
    setOpened(false);
    props.onChoose(option.id);
    focusNextField(input);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (belongsToInputMethod(event)) return;
    if (chosen !== null) {
      if (event.key === 'Backspace' || event.key === 'Delete') props.onClear();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const option = options[at];
    if (step !== 0) {
      event.preventDefault();
      setOpened(true);
      const next = (at + step + options.length) % Math.max(1, options.length);
      setActive(next);
      showLine(list.current, next);
    } else if (event.key === 'Enter' && shown && option !== undefined) {
      event.preventDefault();
      choose(option, event.currentTarget);
    }
  };
  const input = (
    <TextInput
      className={styles.input ?? ''}
      label={<FieldLabel label={label} required={required} />}
      description={props.hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={chosen ?? typed}
      readOnly={chosen !== null}
      data-chosen={chosen !== null || undefined}
      onChange={(event) => {
        onTyped(event.currentTarget.value);
        setActive(0);
        setOpened(true);
      }}
      onKeyDown={press}
      onBlur={() => {
        setOpened(false);
        props.onBlur?.();
      }}
      placeholder={props.example ?? ''}
      maxLength={60}
      autoComplete="off"
      spellCheck={false}
      autoFocus={props.autoFocus ?? false}
      data-autofocus={props.autoFocus || undefined}
      role="combobox"
      aria-expanded={shown}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={shown && options[at] !== undefined ? `${id}-${at}` : undefined}
      rightSection={
        chosen !== null && (
          <Button size="small" kind="quiet" tabIndex={-1} onClick={props.onClear}>
            {t('change')}
          </Button>
        )
      }
      rightSectionWidth={chosen === null ? 0 : 76}
      title={chosen ?? undefined}
      {...fieldMarks(name, required, chosen === null)}
    />
  );
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        {input}
        {props.beside}
      </div>
      {shown && (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles.list}>
          {options.map((option, index) => (
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.option}
              // The field keeps the keyboard; leaving it would close the list before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={(event) => {
                const field = event.currentTarget.closest(`.${styles.field}`)?.querySelector('input');
                choose(option, field ?? event.currentTarget);
              }}
            >
              {option.words}
            </div>
          ))}
          {options.length === 0 && !props.looking && <p className={styles.none}>{props.none}</p>}
        </div>
      )}
    </div>
  );
}
