/** What the station sent and nobody here has answered: orders to do, texts to read, corrections to decide. */
import { useQuery } from '@tanstack/react-query';
import { contract } from '#shared/contract/index.ts';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';

const NO_ORDERS: { readonly open: number; readonly late: number; readonly first: readonly OrderRow[] } = {
  open: 0,
  late: 0,
  first: [],
};

/** Nothing for whoever does not do any. */
export function useOrdersDue(): typeof NO_ORDERS {
  const { queries } = useOffice();
  const enabled = mayCall(useMe().role, contract.orders.due);
  return useQuery(queries.orders.due.queryOptions({ input: {}, enabled })).data ?? NO_ORDERS;
}

export function useUnreadNotices(): number {
  const { queries } = useOffice();
  const enabled = mayCall(useMe().role, contract.notices.unread);
  return useQuery(queries.notices.unread.queryOptions({ input: {}, enabled })).data?.count ?? 0;
}

export function useWaitingCorrections(): number {
  const { queries } = useOffice();
  const enabled = mayCall(useMe().role, contract.corrections.waiting);
  return useQuery(queries.corrections.waiting.queryOptions({ input: {}, enabled })).data?.count ?? 0;
}

/** Everything of the room that somebody has to do something about. */
export function useSentToDo(): number {
  return useOrdersDue().open + useUnreadNotices() + useWaitingCorrections();
}
