import { useQuery } from '@tanstack/react-query';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';

const NOTHING = { waiting: 0, ending: 0 } as const;

/** Consents to be looked at, and those that end soon; nothing for whoever may not know. */
export function useCareDue(): { readonly waiting: number; readonly ending: number } {
  const { queries } = useOffice();
  const me = useMe();
  const query = useQuery(
    queries.care.due.queryOptions({ input: {}, enabled: mayCall(me.role, contract.care.due) }),
  );
  return query.data ?? NOTHING;
}

export function useCareToCheck(): number {
  return useCareDue().waiting;
}
