/**
 * Electron as a notebook: its binary is not everywhere, so what the shell asks of it is written down and its events are
 * fired by hand. What only the binary can prove stands on the release checklist.
 */
import { EventEmitter } from 'node:events';

type Handler = (...values: never[]) => unknown;

/** Notes every call of a `set…`/`handle`-like verb: name → what was handed over. */
export class Notebook extends EventEmitter {
  readonly notes = new Map<string, unknown[]>();

  note(verb: string, ...values: unknown[]): void {
    this.notes.set(verb, values);
  }

  /** Calls the handler that was handed over to a verb. */
  call(verb: string, ...values: unknown[]): unknown {
    const handler = this.notes.get(verb)?.findLast((value) => typeof value === 'function');
    if (handler === undefined) throw new Error(`nothing was handed to ${verb}`);
    return Reflect.apply(handler as Handler, undefined, values);
  }
}

/** A notebook that has every verb by noting it. Nested places (`session.protocol.handle`) note under their path. */
export function recordVerbs<T extends Notebook>(book: T, places: readonly string[]): T {
  for (const place of places) {
    const path = place.split('.');
    const verb = path.pop() ?? '';
    let owner: object = book;
    for (const step of path) {
      const next: unknown = Reflect.get(owner, step);
      if (typeof next === 'object' && next !== null) owner = next;
      else {
        const made = {};
        Reflect.set(owner, step, made);
        owner = made;
      }
    }
    Reflect.set(owner, verb, (...values: unknown[]) => book.note(place, ...values));
  }
  return book;
}

export const newSession = () =>
  recordVerbs(new Notebook(), [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'setSpellCheckerEnabled',
    'webRequest.onBeforeRequest',
    'protocol.handle',
  ]);

export const newContents = () => recordVerbs(new Notebook(), ['setWindowOpenHandler']);

/** An event that can be prevented, as Electron gives it. */
export function preventable<T extends object>(
  facts: T,
): T & { isPrevented: boolean; preventDefault(): void } {
  const event = {
    ...facts,
    isPrevented: false,
    preventDefault() {
      event.isPrevented = true;
    },
  };
  return event;
}
