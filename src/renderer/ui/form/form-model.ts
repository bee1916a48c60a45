/** What stands in a form, what is wrong with it, and how much of that may already be said. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { afterPointer, watchPointer } from './after-pointer.ts';

export interface FormOptions<Values extends object> {
  readonly initial: Values;
  /** Fields that must hold something; null, blank and empty count as nothing. */
  readonly required: readonly (keyof Values & string)[];
  /** The rules of the ledger beyond that, as the office will check them again. */
  readonly check: (values: Values) => readonly FieldIssue[];
  /** The sentence for an issue, which says how to repair it. */
  readonly words: (issue: FieldIssue) => string;
}

export interface FieldBinding<Name extends string, Value> {
  readonly name: Name;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  readonly error: string | null;
  readonly required: boolean;
}

export interface FormModel<Values extends object> {
  readonly values: Values;
  /** True once something differs from how the form began. */
  readonly dirty: boolean;
  /** Issues that may be shown: of fields once left, of all after a try to save. Emptiness only after a try. */
  readonly shown: readonly FieldIssue[];
  words(issue: FieldIssue): string;
  field<Name extends keyof Values & string>(name: Name): FieldBinding<Name, Values[Name]>;
  /** What a field inside a value needs beside it, such as `parties.1.phone`: its name, its error and that it was left. */
  part(name: string): Pick<FieldBinding<string, unknown>, 'name' | 'onBlur' | 'error'>;
  set<Name extends keyof Values & string>(name: Name, value: Values[Name]): void;
  /** For a field that holds something it cannot read: it refuses the save until it can. */
  unread(name: keyof Values & string, is: boolean): void;
  /** Says everything from now on; the issues that stand. */
  attempt(): readonly FieldIssue[];
  /** Issues the office answered with; each goes when its field is changed. */
  refuse(issues: readonly FieldIssue[]): void;
  /** Begins anew. */
  reset(values?: Values): void;
  /** Puts a restored draft in. */
  fill(values: Values): void;
}

export function useForm<Values extends object>(options: FormOptions<Values>): FormModel<Values> {
  const [values, setValues] = useState(options.initial);
  const [begin, setBegin] = useState(options.initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState(false);
  const [refused, setRefused] = useState<readonly FieldIssue[]>([]);
  const [unreadFields, setUnreadFields] = useState<readonly FieldIssue[]>([]);
  const latest = useRef(options);
  latest.current = options;
  useEffect(watchPointer, []);

  const issues = useMemo(
    () => [...missing(values, options.required), ...unreadFields, ...options.check(values), ...refused],
    [values, options, unreadFields, refused],
  );
  const shown = firstOfEach(
    issues.filter((issue) => said || refused.includes(issue) || (left.has(issue.field) && isTold(issue))),
  );

  /** A field that was only passed through is not told off for being empty; a try to save does that. */
  function isTold({ field, rule }: FieldIssue): boolean {
    return (
      rule !== 'required' || Object.entries(begin).some(([name, value]) => name === field && !isBlank(value))
    );
  }

  const set = useCallback(<Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
    setValues((now) => ({ ...now, [name]: value }));
    setRefused((now) => now.filter((issue) => issue.field !== name));
  }, []);
  const reset = useCallback((next?: Values) => {
    const start = next ?? latest.current.initial;
    setValues(start);
    setBegin(start);
    setLeft(new Set());
    setSaid(false);
    setRefused([]);
    setUnreadFields([]);
  }, []);

  const leave = (name: string) => () =>
    afterPointer(() => setLeft((now) => (now.has(name) ? now : new Set(now).add(name))));

  return {
    values,
    dirty: JSON.stringify(values) !== JSON.stringify(begin),
    shown,
    words: options.words,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      onBlur: leave(name),
      error: wordsFor(shown, name, options.words),
      required: options.required.includes(name),
    }),
    part: (name) => ({ name, onBlur: leave(name), error: wordsFor(shown, name, options.words) }),
    set,
    unread: (name, is) =>
      setUnreadFields((now) => {
        const others = now.filter((issue) => issue.field !== name);
        return is ? [...others, { field: name, rule: 'unread' }] : others;
      }),
    attempt: () => {
      setSaid(true);
      return firstOfEach(issues);
    },
    refuse: setRefused,
    reset,
    fill: setValues,
  };
}

function missing<Values extends object>(
  values: Values,
  required: readonly (keyof Values & string)[],
): FieldIssue[] {
  return required.filter((name) => isBlank(values[name])).map((field) => ({ field, rule: 'required' }));
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** One issue a field: a person repairs one thing at a time. */
function firstOfEach(issues: readonly FieldIssue[]): FieldIssue[] {
  return issues.filter((issue, index) => issues.findIndex((one) => one.field === issue.field) === index);
}

function wordsFor(
  shown: readonly FieldIssue[],
  name: string,
  words: (issue: FieldIssue) => string,
): string | null {
  const issue = shown.find((one) => one.field === name);
  return issue === undefined ? null : words(issue);
}
