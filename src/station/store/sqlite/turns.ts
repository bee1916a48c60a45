// One thing at a time, in the order asked: a store of one connection must not do anything inside another's transaction.

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // Whoever waits behind a failure is not part of it.
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The same object, each of whose methods waits for its turn. All of them answer promises. */
export function oneAtATime<T extends object>(store: T): T {
  const inTurn = takeTurns();
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]): Promise<unknown> =>
        inTurn(async () => Reflect.apply(method, target, given) as unknown);
    },
  });
}
