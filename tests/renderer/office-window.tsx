/** The counter in front of a real office: the same pipe of strings, the real router, a real encrypted store. */
import { render } from '@testing-library/react';
import { Counter } from '#renderer/app/door/counter.tsx';
import { openPipe } from '#renderer/client/pipe.ts';
import { callFrame, readFrame, wordFrame, type CounterWord, type LockReason } from '#shared/pipe.ts';
import { openTestOffice, type TestOffice } from '#tests/support/office.ts';

export interface OfficeWindow {
  readonly office: TestOffice;
  close(): Promise<void>;
}

export interface WindowOptions {
  /** False: nobody has set the office up yet. */
  readonly setUp?: boolean;
  /** All four roles have their accounts already. */
  readonly staffed?: boolean;
  /** Before the window opens, such as setting accounts up. */
  readonly before?: (office: TestOffice) => Promise<void>;
}

/** Opens the window as the shell does, and starts a fresh office whenever one has ended by locking. */
export async function openOfficeWindow(options: WindowOptions = {}): Promise<OfficeWindow> {
  const office = await openTestOffice({
    setUp: options.setUp ?? true,
    staffed: options.staffed ?? false,
  });
  await options.before?.(office);
  if (options.setUp !== false) await office.restart();

  let toPage: (frame: string) => void = () => undefined;
  let link = office.office().connect((body) => toPage(callFrame(body)));
  let ended = office.ended.length;
  const serve = (reason: LockReason) => toPage(wordFrame({ word: 'office-ready', reason }));
  const watch = setInterval(() => {
    const reason = office.ended[ended];
    if (reason === undefined) return;
    ended = office.ended.length;
    void office.restart().then(() => {
      link = office.office().connect((body) => toPage(callFrame(body)));
      serve(reason);
    });
  }, 20);

  const pipe = openPipe({
    post(text) {
      const frame = readFrame<CounterWord>(text);
      if (frame?.kind === 'call') link.receive(frame.body);
      else if (frame?.kind === 'word') serve('start');
    },
    listen(callback) {
      toPage = callback;
    },
  });
  const page = render(<Counter pipe={pipe} />);
  return {
    office,
    async close() {
      clearInterval(watch);
      page.unmount();
      await office.dispose();
    },
  };
}
