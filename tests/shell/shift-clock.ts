/** Moves `Date` by a number of milliseconds. Stands alone, because its text is also sent into the page. */
export function shiftClock(offset: number): void {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values: unknown[], newTarget) =>
      Reflect.construct(
        target,
        values.length === 0 ? [RealDate.now() + offset] : values,
        newTarget,
      ) as object,
    apply: () => new RealDate(RealDate.now() + offset).toString(),
    get: (target, name, receiver): unknown =>
      name === 'now' ? () => RealDate.now() + offset : Reflect.get(target, name, receiver),
  });
}
