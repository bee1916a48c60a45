/** 更正建议: what the station proposes, one by one. Values are seen when somebody looks, and that leaves a line. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '#shared/contract/sent/corrections.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { SentRoom } from '#renderer/ledgers/orders/sent-room.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { Answer } from './answer.tsx';
import { fieldWords, useShownLedgers } from './shown-proposal.ts';
import styles from './corrections.module.css';

const TONES = { same: 'grey', parallel: 'blue', conflict: 'amber' } as const satisfies Readonly<
  Record<ProposalRow['stands'], ChipTone>
>;

export function CorrectionsPage() {
  const { t } = useTranslation('corrections');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const [looking, setLooking] = useKeptState<string | null>('corrections.at', null);
  const { data, error } = useQuery(queries.corrections.list.queryOptions({ input: {} }));
  return (
    <SentRoom current="corrections" note={t('lead')}>
      {error !== null && <ErrorPanel words={errorWords(error)} />}
      {error === null && data === undefined && <SkeletonRows />}
      {data?.length === 0 && <EmptyState why={t('none')} />}
      <div className={styles.list}>
        {data?.map((row) => (
          <Proposal key={row.id} row={row} isOpen={looking === row.id} look={() => setLooking(row.id)} />
        ))}
      </div>
    </SentRoom>
  );
}

interface ProposalProps {
  readonly row: ProposalRow;
  readonly isOpen: boolean;
  readonly look: () => void;
}

function Proposal({ row, isOpen, look }: ProposalProps) {
  const { t } = useTranslation('corrections');
  const show = useShownLedgers()[row.ledger];
  const names = row.fields.map((field) => fieldWords(show, field)).join('、');
  return (
    <Card
      title={`${t(`ledgers.${row.ledger}`)} ${row.record}`}
      note={t('from', { officer: row.officer, day: row.receivedOn })}
      action={<Chip tone={TONES[row.stands]}>{t(`stands.${row.stands}`)}</Chip>}
    >
      <Facts
        facts={[
          ...(isOpen ? [] : [{ label: t('field'), value: names }]),
          { label: t('reason'), value: row.reason },
        ]}
      />
      {isOpen ? (
        <Answer row={row} />
      ) : (
        <div className={styles.foot}>
          <Button onClick={look}>{t('look')}</Button>
        </div>
      )}
    </Card>
  );
}
