/** The office this screen talks to. A new one stands here after every lock; nothing of the old one is left. */
import { createContext, useContext } from 'react';
import type { Me, SessionState } from '#shared/contract/session.ts';
import type { Drafts } from './drafts.ts';
import type { OfficeClient, OfficeQueries } from './link.ts';

export interface Office {
  /** Direct calls, for deeds. */
  readonly client: OfficeClient;
  /** Query options, for what is shown: `useQuery(queries.today.summary.queryOptions({ input: {} }))`. */
  readonly queries: OfficeQueries;
  readonly drafts: Drafts;
  readonly session: SessionState;
}

export const OfficeContext = createContext<Office | null>(null);

export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (office === null) throw new Error('no office around this screen');
  return office;
}

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only on screens inside the frame. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('nobody is signed in around this screen');
  return me;
}
