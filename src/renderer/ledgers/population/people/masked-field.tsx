/** A masked value of a resident: an officer may look for a minute with a reason, an auxiliary sees that it is locked. */
import { useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { REVEAL_NOTE_MIN, REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';
import { useErrorWords } from '#renderer/client/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { MaskedValue } from '#renderer/ui/masked/masked-value.tsx';
import type { RevealChoice } from '#renderer/ui/masked/reveal-dialog.tsx';
import { usePeopleWords } from './people-words.ts';
import styles from './people.module.css';

export type RevealField = 'idNumber' | 'phone' | 'phone2' | 'phone3' | 'birthDate' | 'emergencyContact';

export interface MaskedFieldProps {
  readonly id: string;
  readonly field: RevealField;
  readonly masked: string;
}

export function MaskedField({ id, field, masked }: MaskedFieldProps) {
  const { t } = useTranslation('person');
  const { client } = useOffice();
  const me = useMe();
  const words = usePeopleWords();
  const reasons = useRevealReasons();
  const errorWords = useErrorWords();
  const cache = useQueryClient();
  const may = mayCall(me.role, contract.residents.reveal);
  // What the dialog is rejected with are words: it does not know how a failure travels.
  const reveal = ({ reason, note }: RevealChoice) =>
    client.residents.reveal({ id, field, reason: toRevealReason(reason), note }).then(
      (shown) => {
        void invalidateRoom(cache, 'history');
        return shown.value;
      },
      (error: unknown) => Promise.reject<string>(errorWords(error)),
    );
  return (
    <span className={styles.masked}>
      <MaskedValue
        label={words.field(field)}
        masked={isAllDots(masked) ? ALL_DOTS : masked}
        reasons={reasons}
        noteMin={REVEAL_NOTE_MIN}
        seconds={REVEAL_SECONDS}
        {...(may ? { reveal } : {})}
      />
      {!may && (
        <span className={styles.locked} title={t('record.locked')}>
          <IconLock size={14} role="img" aria-label={t('record.locked')} />
        </span>
      )}
    </span>
  );
}

/** As many for every number that is hidden whole: how long it is, is told neither. */
const ALL_DOTS = '······';

function isAllDots(masked: string): boolean {
  return /^·+$/u.test(masked);
}
