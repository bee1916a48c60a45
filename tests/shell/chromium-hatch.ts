/** The hatch without a preload: a binding one way, an evaluated call the other, and `window.hatch` as Electron's page sees it. */
import type { Page } from 'playwright-core';

export interface Hatch {
  /** To the page. Frames for a page that is just loading anew are void. */
  deliver(frame: string): void;
}

export async function openHatch(page: Page, receive: (frame: unknown) => void): Promise<Hatch> {
  await page.exposeBinding('lamplightPost', (source, frame: unknown) => {
    if (source.frame === page.mainFrame()) receive(frame);
  });
  await page.addInitScript(installHatch);
  return {
    deliver: (frame) => {
      page.evaluate(deliverFrame, frame).catch(() => {});
    },
  };
}

/** Runs in the page. */
function installHatch(): void {
  const post: unknown = Reflect.get(window, 'lamplightPost');
  const listeners: ((frame: string) => void)[] = [];
  Reflect.set(window, 'lamplightDeliver', (frame: string) => {
    for (const listener of listeners) listener(frame);
  });
  Reflect.set(
    window,
    'hatch',
    Object.freeze({
      post: (frame: string) => {
        if (typeof post === 'function') Reflect.apply(post, window, [frame]);
      },
      listen: (callback: (frame: string) => void) => {
        listeners.push(callback);
      },
    }),
  );
}

/** Runs in the page. */
function deliverFrame(frame: string): void {
  const deliver: unknown = Reflect.get(window, 'lamplightDeliver');
  if (typeof deliver === 'function') Reflect.apply(deliver, window, [frame]);
}
