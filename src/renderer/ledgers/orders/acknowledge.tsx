import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { useOrderIssue } from './order-issue.ts';

/** Somebody has it in hand. Who says so is on the order from then on. */
export function Acknowledge({ order }: { readonly order: Pick<OrderRow, 'id' | 'revision'> }) {
  const { t } = useTranslation('orders');
  const { client } = useOffice();
  const cache = useQueryClient();
  const toast = useToast();
  const deed = useIssueDeed(useOrderIssue());
  const { id, revision } = order;
  const acknowledge = async () => {
    if ((await deed(() => client.orders.acknowledge({ id, revision }))) === null) return;
    await invalidateRoom(cache, 'orders');
    toast({ tone: 'done', text: t('record.acknowledged') });
  };
  return <Button onClick={() => void acknowledge()}>{t('record.acknowledge')}</Button>;
}
