/**
 * Longer texts that stay in the office until somebody gives a reason, and are gone again after a minute. Like a masked value
 * it never holds the content: the caller fetches it through a witnessed call.
 */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import { RevealDialog, type RevealChoice, type RevealReasonChoice } from './reveal-dialog.tsx';
import { useReMask } from './use-re-mask.ts';
import styles from './masked.module.css';

export interface MaskedBlockProps<Content> {
  /** What kind of content: `事由经过`. */
  readonly label: string;
  /** Stands there while it is hidden. */
  readonly hidden: ReactNode;
  /** Absent: this person may not look. */
  readonly reveal?: (choice: RevealChoice) => Promise<Content>;
  readonly reasons: readonly RevealReasonChoice[];
  /** Least length of a note where a reason asks for one. */
  readonly noteMin: number;
  readonly seconds: number;
  readonly children: (content: Content) => ReactNode;
}

export function MaskedBlock<Content>(props: MaskedBlockProps<Content>) {
  const { label, reveal, reasons, noteMin, seconds } = props;
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState<{ readonly content: Content } | null>(null);
  const [asking, setAsking] = useState(false);
  if (shown !== null)
    return (
      <Shown label={label} seconds={seconds} onEnd={() => setShown(null)}>
        {props.children(shown.content)}
      </Shown>
    );
  return (
    <div className={styles.block}>
      {props.hidden}
      {reveal !== undefined && (
        <>
          <Button onClick={() => setAsking(true)} aria-label={`${t('masked.reveal')} ${label}`}>
            {t('masked.reveal')}
          </Button>
          <RevealDialog
            opened={asking}
            label={label}
            reasons={reasons}
            noteMin={noteMin}
            seconds={seconds}
            onClose={() => setAsking(false)}
            onChoose={async (choice) => {
              const content = await reveal(choice);
              setAsking(false);
              setShown({ content });
            }}
          />
        </>
      )}
    </div>
  );
}

interface ShownProps {
  readonly label: string;
  readonly seconds: number;
  readonly onEnd: () => void;
  readonly children: ReactNode;
}

function Shown({ label, seconds, onEnd, children }: ShownProps) {
  const { t } = useTranslation('ui');
  const left = useReMask(seconds, onEnd);
  return (
    <div className={styles.block}>
      {children}
      <span className={styles.masked}>
        <CountdownRing left={left} of={seconds} words={t('masked.seconds', { seconds: left })} />
        <span className={styles.left}>{t('masked.seconds', { seconds: left })}</span>
        <Button size="small" onClick={onEnd} aria-label={`${t('masked.hide')} ${label}`}>
          {t('masked.hide')}
        </Button>
      </span>
    </div>
  );
}
