/** What every field takes, and how its label stands: above it, with a word where the fewer are marked. */
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

export interface FieldProps<Value> {
  /** The field's name in its form: error summary, Enter rule and drafts know it by this. */
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: () => void;
  /** A sentence that says how to repair it, or null. */
  readonly error?: string | null;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
}

/** Which fields of this form carry a word: the required ones, or where most are required, the others. */
export const MarksContext = createContext<'required' | 'optional'>('required');

export function FieldLabel({ label, required }: { readonly label: string; readonly required: boolean }) {
  const { t } = useTranslation('ui');
  const marks = useContext(MarksContext);
  const marked = marks === 'required' ? required : !required;
  return (
    <>
      {label}
      {marked && <span className={styles.mark}>{t(marks)}</span>}
    </>
  );
}

/** Attributes by which the form shell finds a field and knows whether it still waits for something. */
export function fieldMarks(name: string, required: boolean, empty: boolean) {
  return {
    'data-field': name,
    'data-required': required || undefined,
    'data-empty': empty || undefined,
    'aria-required': required || undefined,
  };
}
