/** What happened, what was said and agreed: it does not cross to this page until an officer says why, and goes after a minute. */
import { useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DisputeRecord, DisputeText } from '#shared/contract/disputes/disputes.ts';
import { REVEAL_NOTE_MIN, REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { MaskedBlock } from '#renderer/ui/masked/masked-block.tsx';
import type { RevealChoice } from '#renderer/ui/masked/reveal-dialog.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import styles from './dispute.module.css';

export function NarrativeCard({ dispute }: { readonly dispute: DisputeRecord }) {
  const { t } = useTranslation('disputeRecord');
  const { client } = useOffice();
  const me = useMe();
  const reasons = useRevealReasons();
  const errorWords = useErrorWords();
  const cache = useQueryClient();
  const may = mayCall(me.role, contract.disputes.read);
  // What the dialog is rejected with are words: it does not know how a failure travels.
  const read = ({ reason, note }: RevealChoice): Promise<DisputeText> =>
    client.disputes.read({ id: dispute.id, reason: toRevealReason(reason), note }).then(
      (text) => {
        void invalidateRoom(cache, 'history');
        return text;
      },
      (error: unknown) => Promise.reject<DisputeText>(errorWords(error)),
    );
  return (
    <Card title={t('narrative')}>
      <MaskedBlock
        label={t('narrativeWhat')}
        hidden={
          <p className={styles.soft}>
            {may ? (
              t('narrativeHidden')
            ) : (
              <>
                <IconLock size={14} aria-hidden="true" /> {t('narrativeLocked')}
              </>
            )}
          </p>
        }
        reasons={reasons}
        noteMin={REVEAL_NOTE_MIN}
        seconds={REVEAL_SECONDS}
        {...(may ? { reveal: read } : {})}
      >
        {(text: DisputeText) => <Text dispute={dispute} text={text} />}
      </MaskedBlock>
    </Card>
  );
}

interface TextProps {
  readonly dispute: DisputeRecord;
  readonly text: DisputeText;
}

function Text({ dispute, text }: TextProps) {
  const { t } = useTranslation(['disputeRecord', 'disputeDeeds']);
  const words = useDisputeWords();
  const parts: (readonly [string, string])[] = [
    [words.field('summary'), text.summary],
    [words.field('demands'), text.demands],
    ...dispute.sessions.map(({ id, ordinal, heldOn }) => {
      const course = text.sessions.find((one) => one.id === id)?.course ?? '';
      return [t('session', { ordinal, day: heldOn }), course] as const;
    }),
    [t('disputeDeeds:facts'), text.agreement?.facts ?? ''],
    [t('disputeDeeds:terms'), text.agreement?.terms ?? ''],
    [t('disputeDeeds:manner'), text.agreement?.manner ?? ''],
  ];
  return (
    <dl className={styles.texts}>
      {parts
        .filter(([, said]) => said !== '')
        .map(([label, said]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  );
}
