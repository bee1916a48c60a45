import { useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { REVEAL_NOTE_MIN, REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { MaskedValue } from '#renderer/ui/masked/masked-value.tsx';
import type { RevealChoice } from '#renderer/ui/masked/reveal-dialog.tsx';
import styles from '#renderer/ledgers/visitors/visitors.module.css';

/** Dots for everybody; an officer may look for a minute with a reason, an auxiliary sees that it is locked and why. */
export function VisitPhone({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('visitors');
  const { client } = useOffice();
  const me = useMe();
  const reasons = useRevealReasons();
  const words = useErrorWords();
  const cache = useQueryClient();
  if (visit.phoneMasked === null) return t('record.phoneNone');
  const may = mayCall(me.role, contract.visitors.reveal);
  // What the dialog is rejected with are words: it does not know how a failure travels.
  const reveal = ({ reason, note }: RevealChoice) =>
    client.visitors.reveal({ id: visit.id, field: 'phone', reason: toRevealReason(reason), note }).then(
      (shown) => {
        void invalidateRoom(cache, 'history');
        return shown.value;
      },
      (error: unknown) => Promise.reject<string>(words(error)),
    );
  return (
    <>
      <MaskedValue
        label={t('record.phoneWhat')}
        masked={visit.phoneMasked}
        reasons={reasons}
        noteMin={REVEAL_NOTE_MIN}
        seconds={REVEAL_SECONDS}
        {...(may ? { reveal } : {})}
      />
      {!may && (
        <span className={styles.locked}>
          <IconLock size={14} aria-hidden="true" /> {t('record.phoneLocked')}
        </span>
      )}
    </>
  );
}
