/** 等待派出所批准: what this officer entered and the station has not answered, without a name, and what it said no to. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingRow } from '#shared/contract/key-persons/statutory.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import styles from './reading.module.css';

/** @param quiet nothing at all where nothing waits */
export function WaitingCard({ quiet }: { readonly quiet: boolean }) {
  const { t } = useTranslation('statutoryReading');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const [leaving, setLeaving] = useState<WaitingRow | null>(null);
  // No event tells of this ledger: it is asked for each time it is shown.
  const { data, error } = useQuery(queries.statutory.waiting.queryOptions({ input: {}, staleTime: 0 }));
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (data === undefined || (quiet && data.length === 0)) return null;
  return (
    <Card title={t('waiting.title')} {...(data.length === 0 ? {} : { note: data.length })}>
      {data.length === 0 && <EmptyState why={t('waiting.none')} />}
      <ul className={styles.waiting}>
        {data.map((row) => (
          <Waiting key={row.id} row={row} onLeave={() => setLeaving(row)} />
        ))}
      </ul>
      {leaving !== null && <LeaveDialog row={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

interface WaitingProps {
  readonly row: WaitingRow;
  readonly onLeave: () => void;
}

function Waiting({ row, onLeave }: WaitingProps) {
  const { t } = useTranslation(['statutoryReading', 'statutory']);
  const denied = row.state === 'denied';
  const leave = t(denied ? 'waiting.putAway' : 'waiting.withdraw');
  return (
    <li>
      <span className={styles.number}>{row.id}</span>
      <span>{t(`statutory:categories.${row.category}`)}</span>
      <Chip tone={denied ? 'red' : 'amber'}>{t(`waiting.states.${row.state}`)}</Chip>
      {!denied && (
        <Chip tone={row.sent ? 'blue' : 'grey'}>{t(row.sent ? 'waiting.sent' : 'waiting.unsent')}</Chip>
      )}
      <span className={styles.soft}>
        {t('waiting.entered', { day: row.enteredOn })} ·{' '}
        {t(denied ? 'waiting.goneDenied' : 'waiting.gone', { day: row.goneOn })}
      </span>
      <span className={styles.end}>
        <Button size="small" aria-label={`${leave} ${row.id}`} onClick={onLeave}>
          {leave}
        </Button>
      </span>
      {denied && <p className={styles.denial}>{t('waiting.reason', { reason: row.denial })}</p>}
    </li>
  );
}

function LeaveDialog({ row, onClose }: { readonly row: WaitingRow; readonly onClose: () => void }) {
  const { t } = useTranslation('statutoryReading');
  const { client } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const toast = useToast();
  const { id, revision } = row;
  const denied = row.state === 'denied';
  const leave = async () => {
    const done = await deed(() => client.statutory.withdraw({ id, revision }));
    if (done !== null)
      toast({ tone: 'done', text: t(denied ? 'waiting.putAwayDone' : 'waiting.withdrawn', { id }) });
    onClose();
    await invalidateRoom(cache, 'statutory');
  };
  return (
    <ConfirmDialog
      opened
      title={t(denied ? 'waiting.putAwayTitle' : 'waiting.withdrawTitle', { id })}
      confirm={t(denied ? 'waiting.putAway' : 'waiting.withdraw')}
      danger={!denied}
      onConfirm={leave}
      onClose={onClose}
    >
      <p>{t(denied ? 'waiting.putAwayText' : 'waiting.withdrawText')}</p>
    </ConfirmDialog>
  );
}
