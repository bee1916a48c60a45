/** 今日派单: what the station asks for, the most pressing first; and what waits to be read or decided. No block where nothing does. */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { OrderDue, OrderStateChip, useOrderTitle } from '#renderer/ledgers/orders/chips.tsx';
import { useOrdersDue, useUnreadNotices, useWaitingCorrections } from '#renderer/ledgers/orders/sent-due.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './today.module.css';

export function SentOrders({ today }: { readonly today: CalendarDay }) {
  const { t } = useTranslation('today');
  const desk = useDesk();
  const titleOf = useOrderTitle();
  const { open, late, first } = useOrdersDue();
  const unread = useUnreadNotices();
  const waiting = useWaitingCorrections();
  if (open + unread + waiting === 0) return null;
  const note = [open > 0 && t('orders.left', { count: open }), late > 0 && t('orders.late', { late })]
    .filter(Boolean)
    .join(' · ');
  return (
    <Card
      title={t('orders.title')}
      note={note}
      action={
        <Button kind="quiet" size="small" onClick={() => desk.go('/orders')}>
          {t('orders.all')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {first.map((order) => (
          <li key={order.id} className={styles.row}>
            <button
              type="button"
              className={`${styles.row} ${styles.order}`}
              onClick={() => desk.go(`/orders/${order.id}`)}
            >
              <OrderDue order={order} today={today} />
              <span className={styles.cut} title={order.text}>
                {titleOf(order)}
                <span className={styles.soft}> · {order.text}</span>
              </span>
              <OrderStateChip state={order.state} />
              <span className={styles.soft}>{order.dueOn}</span>
            </button>
          </li>
        ))}
      </ul>
      {unread + waiting > 0 && (
        <div className={styles.counts}>
          {unread > 0 && (
            <Button kind="quiet" size="small" onClick={() => desk.go('/orders/notices')}>
              {t('orders.unread', { count: unread })}
            </Button>
          )}
          {waiting > 0 && (
            <Button kind="quiet" size="small" onClick={() => desk.go('/orders/corrections')}>
              {t('orders.waiting', { count: waiting })}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
