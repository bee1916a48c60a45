/** How long an order may still take, and how far it is: in colour and in words. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isOpenOrder, type OrderState } from '#shared/ledgers/sent/orders.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';

export interface OrderDueProps {
  readonly order: Pick<OrderRow, 'state' | 'dueOn' | 'late'>;
  readonly today: CalendarDay;
}

/** Nothing where it was done in time, or nobody has to do it. */
export function OrderDue({ order, today }: OrderDueProps) {
  const { t } = useTranslation('orders');
  const { dueOn, late } = order;
  if (!isOpenOrder(order))
    return late > 0 ? <Chip tone="grey">{t('due.doneLate', { days: late })}</Chip> : null;
  if (late > 0) return <Chip tone="red">{t('due.late', { days: late })}</Chip>;
  const days = daysBetween(today, dueOn);
  if (days === 0) return <Chip tone="amber">{t('due.today')}</Chip>;
  if (days === 1) return <Chip tone="amber">{t('due.tomorrow')}</Chip>;
  return <Chip tone="grey">{t('due.ahead', { days })}</Chip>;
}

const TONES: Readonly<Record<OrderState, ChipTone>> = {
  received: 'amber',
  acknowledged: 'blue',
  done: 'green',
  withdrawn: 'grey',
  refused: 'grey',
};

export function OrderStateChip({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation('orders');
  return <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>;
}

/** Of a refused order no words were kept. */
export function useOrderTitle(): (order: Pick<OrderRow, 'title'>) => string {
  const { t } = useTranslation('orders');
  return useCallback(({ title }) => title || t('refusedTitle'), [t]);
}
