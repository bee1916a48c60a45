import { useQuery } from '@tanstack/react-query';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';

/** Open matters that this person may see; 0 for whoever may not know. */
export function useOpenDisputes(): number {
  const { queries } = useOffice();
  const me = useMe();
  const query = useQuery(
    queries.disputes.due.queryOptions({ input: {}, enabled: mayCall(me.role, contract.disputes.due) }),
  );
  return query.data?.open ?? 0;
}
