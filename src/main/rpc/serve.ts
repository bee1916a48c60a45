/** The router on a pipe that carries nothing but strings: one connection a counter. */
import { RPCHandler } from '@orpc/server/message-port';
import type { Router } from '@orpc/server';
import type { Contract } from '#shared/contract/index.ts';
import type { DefectLog } from './failure-of.ts';
import { readableReply, unknownCall } from './router.ts';

export interface Connection {
  /** A call body from the counter. */
  receive(body: string): void;
  /** The counter went away: its running calls are aborted. */
  close(): void;
}

export function serve(
  router: Router<Contract, Record<never, never>>,
  send: (body: string) => void,
  log: DefectLog,
): Connection {
  const handler = new RPCHandler(router, {
    interceptors: [
      async ({ next }) => {
        const result = await next().catch((error: unknown) => {
          throw readableReply(error, log);
        });
        if (!result.matched) throw unknownCall();
        return result;
      },
    ],
    clientInterceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw readableReply(error, log);
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
      if (!isFrame(body)) return;
      for (const listener of onMessage) listener(body);
    },
    close: () => {
      for (const listener of onDisconnect) listener();
    },
  };
}

/** The kinds of frame that carry something the library reads without looking: a request has an address. */
const EVENT = 3;
const ABORT = 4;

/** Anything else is dropped: the library would let an error escape that ends the office. */
function isFrame(body: string): boolean {
  const frame = parse(body);
  if (!isObject(frame) || (typeof frame['i'] !== 'string' && typeof frame['i'] !== 'number')) return false;
  const { t: type = 1, p: payload } = frame;
  if (type === ABORT) return true;
  if (type === EVENT) return isObject(payload);
  if (type !== 1 || !isObject(payload)) return false;
  const { u: address, m: method, h: headers = {} } = payload;
  return (
    typeof address === 'string' &&
    address.startsWith('/') &&
    URL.canParse(`http://office${address}`) &&
    (method === undefined || typeof method === 'string') &&
    isObject(headers) &&
    // No call of ours has headers but the one that resumes a watch.
    Object.entries(headers).every(([name, value]) => name === 'last-event-id' && typeof value === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
