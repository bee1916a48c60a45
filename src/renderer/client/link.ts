/** Everything the counter can ask of the office, derived from the contract: typed calls and their queries. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RequestValidationPlugin, ResponseValidationPlugin } from '@orpc/contract/plugins';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { contract, type Contract } from '#shared/contract/index.ts';
import type { Line } from './pipe.ts';

export type OfficeClient = ContractRouterClient<Contract>;

export function connectClient(line: Line): OfficeClient {
  const link = new RPCLink({
    port: line.port,
    plugins: [new RequestValidationPlugin(contract), new ResponseValidationPlugin(contract)],
  });
  return createORPCClient(link);
}

/** Query and mutation options for every call: `office.visitors.list.infiniteOptions(…)`. */
export function queriesOf(client: OfficeClient): OfficeQueries {
  return createTanstackQueryUtils(client);
}
/** Said by name: what would be inferred of all rooms together is longer than a compiler writes down. */
export type OfficeQueries = RouterUtils<OfficeClient>;

/** Offline by design: nothing waits for a network, and nothing is tried twice behind a person's back. */
export function makeQueryCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
