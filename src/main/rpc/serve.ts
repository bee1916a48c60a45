/** The router on a pipe that carries nothing but strings: one connection a counter. */
import { RPCHandler } from '@orpc/server/message-port';
import type { Router } from '@orpc/server';
import type { Contract } from '#shared/contract/index.ts';
import { readableReply } from './router.ts';

export interface Connection {
  /** A call body from the counter. */
  receive(body: string): void;
  /** The counter went away: its running calls are aborted. */
  close(): void;
}

export function serve(
  router: Router<Contract, Record<never, never>>,
  send: (body: string) => void,
): Connection {
  const handler = new RPCHandler(router, {
    clientInterceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw readableReply(error);
        }
      },
    ],
  });
  const onMessage: ((data: unknown) => void)[] = [];
  const onDisconnect: (() => void)[] = [];
  handler.upgrade({
    onMessage: { addListener: (listener) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener) => onDisconnect.push(listener) },
    postMessage: (data: unknown) => {
      if (typeof data !== 'string') throw new TypeError('only strings cross the hatch');
      send(data);
    },
  });
  return {
    receive: (body) => {
      for (const listener of onMessage) listener(body);
    },
    close: () => {
      for (const listener of onDisconnect) listener();
    },
  };
}
