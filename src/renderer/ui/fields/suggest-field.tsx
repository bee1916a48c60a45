/**
 * A text that may be typed freely, with offers below it: an offer fills the field, and whoever uses it is told which it was.
 * While an input method composes, Enter and arrows are its own.
 */
import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { focusNextField } from '#renderer/ui/form/enter-rule.ts';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { useEscape } from '#renderer/ui/layers/escape.ts';
import { showLine, useListPlace } from '#renderer/ui/layers/list-place.ts';
import { FieldLabel, fieldMarks, type FieldProps } from './field-props.tsx';
import styles from './suggest-field.module.css';

export interface Suggestion {
  readonly id: string;
  /** What the field then holds. */
  readonly text: string;
  readonly words: ReactNode;
}

export interface SuggestFieldProps extends FieldProps<string> {
  readonly suggestions: readonly Suggestion[];
  /** Called after the text of an offer was put into the field. */
  readonly onTake?: (id: string) => void;
  /** True until the suggestions are those of the text as it stands. */
  readonly looking: boolean;
  /** What is typed stands for something else, such as initials: the first offer is then taken by Enter. */
  readonly isShort: boolean;
  /** The last line: what was typed stays as it is. */
  readonly asTyped: string;
  /** The list's name for assistive technology. */
  readonly listName: string;
  readonly maxLength?: number;
  /** At the right end inside the field. */
  readonly aside?: string;
}

export function SuggestField(props: SuggestFieldProps) {
  const { name, label, value, suggestions, looking, isShort, required = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  /** Null: nothing chosen by arrows or mouse yet. */
  const [moved, setMoved] = useState<number | null>(null);
  /** Enter came before the offers did. */
  const [early, setEarly] = useState(false);
  const typedLine = suggestions.length;
  const shown = opened && suggestions.length > 0;
  const at = moved ?? (isShort ? 0 : null);
  const list = useListPlace(shown, suggestions);
  useEscape(shown, () => {
    setOpened(false);
    setEarly(false);
  });

  const take = (index: number | null) => {
    setOpened(false);
    setEarly(false);
    const one = index === null ? undefined : suggestions[index];
    if (one === undefined) return;
    props.onChange(one.text);
    props.onTake?.(one.id);
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!early || looking) return;
    latest.current(0);
    if (input.current !== null) focusNextField(input.current);
  }, [early, looking]);

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (belongsToInputMethod(event)) return;
    const chord = chordOf(event);
    const step = chord === 'ArrowDown' ? 1 : chord === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && suggestions.length > 0) {
      event.preventDefault();
      setOpened(true);
      const lines = typedLine + 1;
      const next = shown ? ((at ?? (step === 1 ? -1 : 0)) + step + lines) % lines : 0;
      setMoved(next);
      showLine(list.current, next);
    } else if (chord === 'Enter' && opened && looking && isShort) {
      event.preventDefault();
      setEarly(true);
    } else if (chord === 'Enter' && shown) take(at);
    // The form hears Enter too and goes on to its next field.
  };
  const lines = [
    ...suggestions.map(({ id: key, words }) => ({ key, words })),
    { key: 'as typed', words: <span className={styles.soft}>{props.asTyped}</span> },
  ];
  return (
    <div className={styles.field}>
      <TextInput
        ref={input}
        label={<FieldLabel label={label} required={required} />}
        description={props.hint}
        error={props.error ?? null}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={value}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
          setMoved(null);
          setEarly(false);
          setOpened(true);
        }}
        onKeyDown={press}
        onBlur={() => {
          setOpened(false);
          setEarly(false);
          props.onBlur?.();
        }}
        disabled={props.disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        data-autofocus={props.autoFocus || undefined}
        maxLength={props.maxLength ?? 200}
        rightSection={props.aside}
        rightSectionWidth={props.aside === undefined ? 0 : 'auto'}
        rightSectionPointerEvents="none"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at !== null ? `${id}-${at}` : undefined}
        {...fieldMarks(name, required, value.trim() === '')}
      />
      {shown && (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={props.listName} className={styles.list}>
          {lines.map(({ key, words }, index) => (
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.option}
              // The field keeps the keyboard; leaving it would close the list before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setMoved(index)}
              onClick={() => {
                take(index);
                if (input.current !== null) focusNextField(input.current);
              }}
            >
              {words}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
