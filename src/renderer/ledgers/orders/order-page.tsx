/** One order: what is to be done until when, and the sentence that says what was done. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import { isOpenOrder } from '#shared/ledgers/sent/orders.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { Acknowledge } from './acknowledge.tsx';
import { OrderDue, OrderStateChip, useOrderTitle } from './chips.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import styles from './orders.module.css';

export function OrderPage() {
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/orders/'.length) });
  const { t } = useTranslation('orders');
  const { queries } = useOffice();
  const query = useQuery(queries.orders.open.queryOptions({ input: { id } }));
  return (
    <RecordQuery query={query} back={<Back to="/orders">{t('title')}</Back>} none={t('record.none')}>
      {(order) => <Order key={order.revision} order={order} />}
    </RecordQuery>
  );
}

function Order({ order }: { readonly order: OrderRow }) {
  const { t } = useTranslation('orders');
  const today = useOfficeDay();
  const titleOf = useOrderTitle();
  return (
    <div className={shared.record}>
      <header className={shared.head}>
        <Back to="/orders">{t('title')}</Back>
        <h1>{titleOf(order)}</h1>
        <OrderStateChip state={order.state} />
        <OrderDue order={order} today={today} />
        <span className={shared.soft}>{order.number}</span>
        {order.synthetic && <Chip tone="grey">{t('synthetic')}</Chip>}
        <span className={shared.headEnd}>{order.state === 'received' && <Acknowledge order={order} />}</span>
      </header>
      <div className={shared.columns}>
        <div className={shared.column}>
          <Asked order={order} />
        </div>
        <div className={shared.column}>
          {isOpenOrder(order) ? <FeedbackForm order={order} /> : <Outcome order={order} />}
        </div>
      </div>
    </div>
  );
}

function Asked({ order }: { readonly order: OrderRow }) {
  const { t } = useTranslation('orders');
  const { acknowledgedOn, acknowledgedByName } = order;
  const taken = acknowledgedOn === null ? null : `${acknowledgedByName} ${acknowledgedOn}`;
  return (
    <Card title={t('record.what')}>
      <Facts
        facts={[
          { label: t('fields.text'), value: <p className={styles.text}>{order.text}</p> },
          { label: t('fields.dueOn'), value: order.dueOn },
          { label: t('fields.sender'), value: order.sender },
          { label: t('fields.sentOn'), value: order.sentOn },
          { label: t('fields.acknowledgedBy'), value: taken },
        ]}
      />
    </Card>
  );
}

function Outcome({ order }: { readonly order: OrderRow }) {
  const { t } = useTranslation('orders');
  if (order.state === 'refused') return <Notice tone="grey">{t('refusedWhy')}</Notice>;
  if (order.state === 'withdrawn') return <Notice tone="grey">{t('record.withdrawn')}</Notice>;
  return (
    <Card title={t('record.result')}>
      <Facts
        facts={[
          { label: t('fields.feedback'), value: <p className={styles.text}>{order.feedback}</p> },
          { label: t('fields.doneBy'), value: order.doneByName },
          { label: t('fields.doneOn'), value: order.doneOn },
        ]}
      />
    </Card>
  );
}
