/** A masked value of a record: an officer may look for a minute with a reason, an auxiliary sees that it is locked. */
import { useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RevealReason } from '#shared/ledgers/reveal.ts';
import { REVEAL_NOTE_MIN, REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall, type CallInContract } from '#renderer/client/permissions.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { MaskedValue } from '#renderer/ui/masked/masked-value.tsx';
import type { RevealChoice } from '#renderer/ui/masked/reveal-dialog.tsx';
import styles from './record.module.css';

export interface WitnessedValueProps {
  readonly label: string;
  /** `138····5678` */
  readonly masked: string;
  /** The witnessed call, for who may make it. */
  readonly needs: CallInContract;
  readonly look: (why: { reason: RevealReason; note: string }) => Promise<{ value: string }>;
}

export function WitnessedValue({ label, masked, needs, look }: WitnessedValueProps) {
  const { t } = useTranslation('record');
  const me = useMe();
  const reasons = useRevealReasons();
  const errorWords = useErrorWords();
  const cache = useQueryClient();
  const may = mayCall(me.role, needs);
  // What the dialog is rejected with are words: it does not know how a failure travels.
  const reveal = ({ reason, note }: RevealChoice) =>
    look({ reason: toRevealReason(reason), note }).then(
      ({ value }) => {
        void invalidateRoom(cache, 'history');
        return value;
      },
      (error: unknown) => Promise.reject<string>(errorWords(error)),
    );
  return (
    <span className={styles.masked}>
      <MaskedValue
        label={label}
        masked={masked}
        reasons={reasons}
        noteMin={REVEAL_NOTE_MIN}
        seconds={REVEAL_SECONDS}
        {...(may ? { reveal } : {})}
      />
      {!may && (
        <span className={styles.locked} title={t('locked')}>
          <IconLock size={14} role="img" aria-label={t('locked')} />
        </span>
      )}
    </span>
  );
}
