/** Whom a warning or an order protects: shortened, until the officer in charge says why; gone again after a minute. */
import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { REVEAL_NOTE_MIN, REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { MaskedBlock } from '#renderer/ui/masked/masked-block.tsx';
import type { RevealChoice } from '#renderer/ui/masked/reveal-dialog.tsx';
import type { MatterPageProps } from './matter-props.ts';
import styles from './matter.module.css';

type Who = { readonly name: string; readonly phone: string };

export function ProtectedCard({
  record,
  reading,
  onExplain,
}: Pick<MatterPageProps, 'record' | 'reading' | 'onExplain'>) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { client } = useOffice();
  const me = useMe();
  const reasons = useRevealReasons();
  const errorWords = useErrorWords();
  if (!CATEGORIES[record.category].protects) return null;
  const { explanation } = reading;
  // What the dialog is rejected with are words: it does not know how a failure travels.
  const reveal = ({ reason, note }: RevealChoice) =>
    client.statutory
      .revealProtected({ id: record.id, reason: toRevealReason(reason), note, explanation })
      .catch((error: unknown) => {
        if (toFailure(error).code === 'explain-needed') onExplain();
        return Promise.reject<Who>(errorWords(error));
      });
  return (
    <Card title={t('protected.title')}>
      <MaskedBlock
        label={t('protected.what')}
        hidden={
          <p>
            {record.protectedMasked} <span className={styles.soft}>{t('protected.note')}</span>
          </p>
        }
        reasons={reasons}
        noteMin={REVEAL_NOTE_MIN}
        seconds={REVEAL_SECONDS}
        {...(record.officer.id === me.id ? { reveal } : {})}
      >
        {({ name, phone }: Who) => (
          <Facts
            facts={[
              { label: t('statutory:fields.protectedName'), value: name },
              { label: t('protected.phone'), value: phone === '' ? t('protected.noPhone') : phone },
            ]}
          />
        )}
      </MaskedBlock>
    </Card>
  );
}
