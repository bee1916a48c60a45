import { useQuery } from '@tanstack/react-query';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';

const NOTHING = { open: 0, late: 0, nextOn: null } as const;

/** Requests that wait for an answer; nothing for whoever does not answer any. */
export function useRightsDue(): {
  readonly open: number;
  readonly late: number;
  readonly nextOn: string | null;
} {
  const { queries } = useOffice();
  const me = useMe();
  const query = useQuery(
    queries.rights.due.queryOptions({ input: {}, enabled: mayCall(me.role, contract.rights.due) }),
  );
  return query.data ?? NOTHING;
}

export function useRightsToAnswer(): number {
  return useRightsDue().open;
}
