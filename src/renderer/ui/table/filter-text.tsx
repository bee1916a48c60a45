import { useEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import styles from './table.module.css';

/** Milliseconds of rest after which what was typed is looked for. */
const REST_MS = 250;

export interface FilterTextProps {
  readonly label: string;
  /** An example in the empty box. */
  readonly example: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly input?: Ref<HTMLInputElement>;
}

/** A text to filter a list by. Nothing is looked for while an input method is still composing. */
export function FilterText({ label, example, value, onChange, maxLength, input }: FilterTextProps) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === latest.current.value) return undefined;
    const timer = setTimeout(() => latest.current.onChange(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, composing]);
  return (
    <input
      ref={input}
      type="text"
      className={styles.text}
      aria-label={label}
      placeholder={example}
      value={typed}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !belongsToInputMethod(event)) onChange(typed);
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
