/** Asks why, before a personal value is shown. Digits choose the reason; the note is for the one that needs words. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Dialog, DialogActions } from '#renderer/ui/layers/dialog.tsx';
import styles from './masked.module.css';

export interface RevealReasonChoice {
  readonly code: string;
  readonly digit: string;
  readonly label: string;
  readonly needsNote: boolean;
}

export interface RevealChoice {
  readonly reason: string;
  readonly note: string;
}

export interface RevealDialogProps {
  readonly opened: boolean;
  readonly label: string;
  readonly reasons: readonly RevealReasonChoice[];
  readonly noteMin: number;
  readonly seconds: number;
  /** Rejects with words for the person. */
  readonly onChoose: (choice: RevealChoice) => Promise<void>;
  readonly onClose: () => void;
}

export function RevealDialog(props: RevealDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog opened={props.opened} title={t('reveal.title', { label: props.label })} onClose={props.onClose}>
      <RevealQuestion {...props} />
    </Dialog>
  );
}

function RevealQuestion({ reasons, noteMin, seconds, onChoose, onClose }: RevealDialogProps) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const [busy, setBusy] = useState(false);
  const needsNote = reasons.some((one) => one.code === reason && one.needsNote);
  const noteShort = needsNote && note.trim().length < noteMin;

  const show = async () => {
    setAsked(true);
    if (reason === null || noteShort || busy) return;
    setBusy(true);
    try {
      await onChoose({ reason, note: note.trim() });
    } catch (error) {
      if (!isErrorWords(error)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.question}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <p>{t('reveal.why')}</p>
      {refused !== null && <ErrorPanel words={refused} />}
      <DigitChoice
        name="reason"
        label={t('reveal.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map((one) => ({ value: one.code, label: one.label, digit: one.digit }))}
        required
        autoFocus
      />
      {needsNote && (
        <TextField
          name="note"
          label={t('reveal.note')}
          value={note}
          onChange={setNote}
          hint={t('reveal.noteHint', { least: noteMin })}
          error={asked && noteShort ? t('reveal.noteShort', { least: noteMin }) : null}
          required
          autoFocus
        />
      )}
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy} disabled={reason === null}>
          {t('reveal.show', { seconds })}
        </Button>
      </DialogActions>
    </form>
  );
}

function isErrorWords(error: unknown): error is ErrorWords {
  return typeof error === 'object' && error !== null && 'what' in error && 'todo' in error;
}
