/**
 * The form of this office: Enter goes to the next empty required field and from the last one saves,
 * Ctrl+Enter saves and goes on, Ctrl+S saves. What is typed is kept as a draft. Nothing is said before a field is left.
 */
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { MarksContext } from '#renderer/ui/fields/field-props.tsx';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { useDraftKeeper, type DraftPort } from './draft-keeper.ts';
import { focusField, focusNamedField, nextEmptyRequired } from './enter-rule.ts';
import type { FormModel } from './form-model.ts';
import { SlowWords } from './slow-words.tsx';
import styles from './form.module.css';

/** How a save ended. Issues go to their fields, words above the form; both keep everything typed. */
export type SaveOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly issues: readonly FieldIssue[]; readonly words: ErrorWords | null };

export interface FormShellProps<Values extends object> {
  readonly form: FormModel<Values>;
  /** The form's name for assistive technology. */
  readonly label: string;
  /** Never rejects: what is thrown inside becomes an outcome before. `next`: the person wants another one after it. */
  readonly save: (values: Values, next: boolean) => Promise<SaveOutcome>;
  readonly saveWords?: string;
  /** While it runs, where it is not a saving, such as signing in. */
  readonly busyWords?: string;
  /** Said below the fields once it has run for some seconds: why it may take long. */
  readonly slowWords?: string;
  /** Present: Ctrl+Enter and a second button save and go on. */
  readonly saveNextWords?: string;
  readonly draft?: DraftPort;
  readonly marks?: 'required' | 'optional';
  /** Above the fields, such as the offer to restore a draft. */
  readonly before?: ReactNode;
  /** Instead of the buttons once saved. */
  readonly after?: ReactNode;
  /** More buttons, left of save. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function FormShell<Values extends object>(props: FormShellProps<Values>) {
  const { form, save, saveNextWords } = props;
  const { t } = useTranslation('ui');
  const element = useRef<HTMLFormElement>(null);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const draft = useDraftKeeper(form.dirty ? JSON.stringify(form.values) : null, props.draft);

  const trySave = async (next: boolean) => {
    if (running.current) return;
    const issues = form.attempt();
    const first = issues[0];
    if (first !== undefined) {
      if (element.current !== null) focusNamedField(element.current, first.field);
      return;
    }
    running.current = true;
    setBusy(true);
    setRefused(null);
    const outcome = await save(form.values, next);
    running.current = false;
    setBusy(false);
    if (outcome.ok) {
      draft.settle();
      return;
    }
    form.refuse(outcome.issues);
    setRefused(outcome.words);
    const field = outcome.issues[0]?.field;
    if (field !== undefined && element.current !== null) focusNamedField(element.current, field);
  };

  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (belongsToInputMethod(event) || event.defaultPrevented) return;
    const chord = chordOf(event);
    if (chord === 'Ctrl+S' || chord === 'Ctrl+Enter') {
      event.preventDefault();
      event.stopPropagation();
      void trySave(chord === 'Ctrl+Enter' && saveNextWords !== undefined);
    } else if (chord === 'Enter' && movesOn(event.target)) {
      event.preventDefault();
      const next =
        element.current === null ? null : nextEmptyRequired(element.current, document.activeElement);
      if (next === null) void trySave(false);
      else focusField(next);
    }
  };

  return (
    <MarksContext value={props.marks ?? 'required'}>
      <form
        ref={element}
        className={styles.form}
        aria-label={props.label}
        noValidate
        onKeyDown={press}
        onBlur={() => void draft.flush()}
        onSubmit={(event) => {
          event.preventDefault();
          void trySave(false);
        }}
      >
        {props.before}
        {refused !== null && <ErrorPanel words={refused} />}
        <Problems form={form} />
        <div className={styles.fields}>{props.children}</div>
        {busy && props.slowWords !== undefined && <SlowWords words={props.slowWords} />}
        {props.after ?? (
          <div className={styles.footer}>
            {props.draft !== undefined && (
              <span className={styles.draft} role="status">
                {draft.failed
                  ? t('form.draftFailed')
                  : draft.keptAt === null
                    ? ''
                    : t('form.draftAt', { time: timeOf(draft.keptAt) })}
              </span>
            )}
            {props.actions}
            {saveNextWords !== undefined && (
              <Button keys="Ctrl+Enter" busy={busy} onClick={() => void trySave(true)}>
                {saveNextWords}
              </Button>
            )}
            <Button kind="primary" type="submit" busy={busy}>
              {busy ? (props.busyWords ?? t('form.saving')) : (props.saveWords ?? t('form.save'))}
            </Button>
          </div>
        )}
      </form>
    </MarksContext>
  );
}

/** More than one problem is also listed on top; a click goes to the field. */
function Problems<Values extends object>({ form }: { readonly form: FormModel<Values> }) {
  const { t } = useTranslation('ui');
  if (form.shown.length < 2) return null;
  return (
    <div className={styles.problems} role="alert">
      <p>{t('form.problems', { count: form.shown.length })}</p>
      <ul>
        {form.shown.map((issue) => (
          <li key={issue.field}>
            <button
              type="button"
              onClick={(event) => {
                const element = event.currentTarget.closest('form');
                if (element !== null) focusNamedField(element, issue.field);
              }}
            >
              {form.words(issue)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Enter keeps its own meaning in a text of several lines and on a button. */
function movesOn(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return false;
  return !(target instanceof HTMLButtonElement) || target.getAttribute('role') === 'radio';
}
