/** 警民联系卡: choose whose, look at it, print it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { CardOrder, type Order } from './card-order.tsx';
import { CardPreview } from './card-preview.tsx';
import styles from './printing.module.css';

export function CardPaper() {
  const { t } = useTranslation('printing');
  const { queries } = useOffice();
  const me = useMe();
  const errorWords = useErrorWords();
  const people = useQuery(queries.cards.people.queryOptions({ input: {} }));
  const [order, setOrder] = useState<Order>({ staff: null, sheets: 1, bothSides: true });
  const found = people.data ?? [];
  const staff = order.staff ?? (found.find(({ id }) => id === me.id) ?? found[0])?.id ?? null;
  const card = useQuery(
    queries.cards.preview.queryOptions({
      input: { staff: staff ?? '' },
      enabled: staff !== null,
      staleTime: 0,
    }),
  );
  const error = people.error ?? card.error;
  return (
    <>
      {error !== null && <ErrorPanel words={errorWords(error)} />}
      {people.isPending && <SkeletonRows />}
      {people.data?.length === 0 && <EmptyState why={t('people.none')} />}
      {staff !== null && (
        <div className={styles.columns}>
          <CardOrder people={found} order={{ ...order, staff }} onOrder={setOrder} card={card.data ?? null} />
          {card.data !== undefined && <CardPreview card={card.data} bothSides={order.bothSides} />}
        </div>
      )}
    </>
  );
}
