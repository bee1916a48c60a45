/** Nothing of the ledger crosses to this page before somebody says why, and after many reads within the hour, what for. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPLANATION_MIN } from '#shared/ledgers/statutory/reading.ts';
import { REVEAL_NOTE_MIN, revealReasonText, type RevealReason } from '#shared/ledgers/reveal.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { ReasonFields, type Why } from '#renderer/record/reason-fields.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel, type ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import { SITTING_SECONDS } from './use-sitting.ts';
import styles from './reading.module.css';

/** Why, as every witnessed call of this ledger wants it. */
export interface Reading {
  readonly reason: RevealReason;
  readonly note: string;
  /** '' until the office asked for it. */
  readonly explanation: string;
}

/** What was said before, where a read needs more words. */
export interface Asked {
  readonly why: Why;
  readonly explains: boolean;
}

export const NOT_ASKED: Asked = { why: { reason: null, note: '' }, explains: false };

export interface ReadingGateProps {
  readonly asked: Asked;
  /** Reads; what it throws is told here. */
  readonly read: (reading: Reading) => Promise<void>;
}

export function ReadingGate({ asked, read }: ReadingGateProps) {
  const { t } = useTranslation('statutoryReading');
  const failureWords = useFailureWords();
  const [why, setWhy] = useState(asked.why);
  const [explains, setExplains] = useState(asked.explains);
  const [explanation, setExplanation] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const { reason } = why;
  const lacksNote = reason !== null && revealReasonText(reason, why.note) === null;
  const isShort = explains && explanation.trim().length < EXPLANATION_MIN;
  const wrong =
    reason === null ? t('chooseReason') : lacksNote ? t('noteShort', { least: REVEAL_NOTE_MIN }) : null;

  const show = async () => {
    setTried(true);
    if (reason === null || lacksNote || isShort || busy) return;
    setBusy(true);
    setRefused(null);
    try {
      await read({ reason, note: why.note.trim(), explanation: explanation.trim() });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'explain-needed' && !explains) {
        setExplains(true);
        setTried(false);
      } else setRefused(failureWords(failure));
      setBusy(false);
    }
  };
  return (
    <Card title={t('gate')}>
      <form
        className={styles.gate}
        aria-label={t('gate')}
        noValidate
        onKeyDown={(event) => {
          // On a reason Enter goes on, as it does in every form here.
          const isChoice = event.target instanceof Element && event.target.getAttribute('role') === 'radio';
          if (event.key !== 'Enter' || !isChoice || belongsToInputMethod(event)) return;
          event.preventDefault();
          void show();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void show();
        }}
      >
        <p className={styles.soft}>{t('gateText', { minutes: SITTING_SECONDS / 60 })}</p>
        {refused !== null && <ErrorPanel words={refused} />}
        <ReasonFields why={why} onChange={setWhy} hint={t('gateHint')} autoFocus={!explains} />
        {tried && wrong !== null && (
          <p className={styles.problem} role="alert">
            {wrong}
          </p>
        )}
        {explains && (
          <TextField
            name="explanation"
            label={t('explain')}
            value={explanation}
            onChange={setExplanation}
            hint={t('explainHint', { least: EXPLANATION_MIN })}
            error={tried && isShort ? t('explainShort', { least: EXPLANATION_MIN }) : null}
            maxLength={100}
            required
            autoFocus
          />
        )}
        <div>
          <Button kind="primary" size="desk" type="submit" keys="Enter" busy={busy}>
            {t('show')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
