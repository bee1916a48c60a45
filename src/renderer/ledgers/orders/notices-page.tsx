/** 通知阅知: rules and notices in their newest version, what this person has not read first. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NoticeRow } from '#shared/contract/sent/orders.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { ViewToggles } from '#renderer/ui/table/view-toggles.tsx';
import { SentRoom } from './sent-room.tsx';
import styles from './orders.module.css';

const VIEWS = ['inForce', 'over'] as const;

export function NoticesPage() {
  const { t } = useTranslation('orders');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const [view, setView] = useKeptState<(typeof VIEWS)[number]>('notices.view', 'inForce');
  const { data, error } = useQuery(queries.notices.list.queryOptions({ input: { over: view === 'over' } }));
  return (
    <SentRoom
      current="notices"
      note={
        <ViewToggles
          label={t('notices.viewsLabel')}
          views={VIEWS}
          view={view}
          words={(one) => t(`notices.${one}`)}
          onView={setView}
        />
      }
    >
      {error !== null && <ErrorPanel words={errorWords(error)} />}
      {error === null && data === undefined && <SkeletonRows />}
      {data?.length === 0 && <EmptyState why={t(view === 'over' ? 'notices.noneOver' : 'notices.none')} />}
      <div className={styles.list}>
        {data?.map((notice) => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </div>
    </SentRoom>
  );
}

function Notice({ notice }: { readonly notice: NoticeRow }) {
  const { t } = useTranslation('orders');
  const { title, version, until, text, sender, sentOn, readers } = notice;
  const note = [
    t('notices.version', { version }),
    until === null ? t('notices.always') : t('notices.until', { day: until }),
    t('notices.from', { sender, day: sentOn }),
  ].join(' · ');
  return (
    <Card title={title} note={note}>
      <p className={styles.text}>{text}</p>
      <div className={styles.foot}>
        <span className={styles.soft}>
          {readers.length === 0
            ? t('notices.nobody')
            : t('notices.readers', { count: readers.length, names: readers.join('、') })}
        </span>
        <Read notice={notice} />
      </div>
    </Card>
  );
}

function Read({ notice }: { readonly notice: NoticeRow }) {
  const { t } = useTranslation('orders');
  const { client } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const { id, revision, readAt, inForce } = notice;
  const read = async () => {
    if ((await deed(() => client.notices.read({ id, revision }))) === null) return;
    await invalidateRoom(cache, 'notices');
  };
  if (readAt !== null) return <Chip tone="green">{t('notices.readAt', { time: fullMoment(readAt) })}</Chip>;
  return inForce ? <Button onClick={() => void read()}>{t('notices.read')}</Button> : null;
}
