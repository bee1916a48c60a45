import { useQuery } from '@tanstack/react-query';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';

/** Who is in the room now; 0 for whoever may not know. */
export function useOnSiteCount(): number {
  const { queries } = useOffice();
  const me = useMe();
  const query = useQuery(
    queries.visitors.onSite.queryOptions({ input: {}, enabled: mayCall(me.role, contract.visitors.onSite) }),
  );
  return query.data?.length ?? 0;
}
