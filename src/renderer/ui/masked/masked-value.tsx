/**
 * A personal value that is dots until somebody gives a reason, and dots again after a minute.
 * It never holds the value: the caller fetches it through a witnessed call, and it is gone on hide, blur or unmount.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import { RevealDialog, type RevealChoice, type RevealReasonChoice } from './reveal-dialog.tsx';
import { useReMask } from './use-re-mask.ts';
import styles from './masked.module.css';

export interface MaskedValueProps {
  /** What kind of value: `手机号`. */
  readonly label: string;
  /** `138····5678`. */
  readonly masked: string;
  /** Absent: this person may not look. */
  readonly reveal?: (choice: RevealChoice) => Promise<string>;
  /** Empty: one click shows it and `reveal` is called with no reason. */
  readonly reasons: readonly RevealReasonChoice[];
  /** Least length of a note where a reason asks for one. */
  readonly noteMin: number;
  readonly seconds: number;
}

export function MaskedValue({ label, masked, reveal, reasons, noteMin, seconds }: MaskedValueProps) {
  const { t } = useTranslation('ui');
  const [value, setValue] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  if (value !== null)
    return <Revealed label={label} value={value} seconds={seconds} onEnd={() => setValue(null)} />;

  const tail = masked.split(/[·*]+/u).at(-1) ?? '';
  const spoken =
    tail === ''
      ? t('masked.spokenNone', { label })
      : t('masked.spoken', { label, tail: [...tail].join(' ') });
  return (
    <span className={styles.masked}>
      <span className={styles.dots} aria-hidden="true">
        {masked}
      </span>
      <span className="visually-hidden">{spoken}</span>
      {reveal !== undefined && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => setAsking(true)}
          aria-label={`${t('masked.reveal')} ${label}`}
        >
          {t('masked.reveal')}
        </Button>
      )}
      {reveal !== undefined && (
        <RevealDialog
          opened={asking}
          label={label}
          reasons={reasons}
          noteMin={noteMin}
          seconds={seconds}
          onClose={() => setAsking(false)}
          onChoose={async (choice) => {
            const shown = await reveal(choice);
            setAsking(false);
            setValue(shown);
          }}
        />
      )}
    </span>
  );
}

interface RevealedProps {
  readonly label: string;
  readonly value: string;
  readonly seconds: number;
  readonly onEnd: () => void;
}

function Revealed({ label, value, seconds, onEnd }: RevealedProps) {
  const { t } = useTranslation('ui');
  const left = useReMask(seconds, onEnd);
  return (
    <span className={styles.masked}>
      <span className={styles.value}>{value}</span>
      <CountdownRing left={left} of={seconds} words={t('masked.seconds', { seconds: left })} />
      <Button kind="quiet" size="small" onClick={onEnd} aria-label={`${t('masked.hide')} ${label}`}>
        {t('masked.hide')}
      </Button>
    </span>
  );
}
