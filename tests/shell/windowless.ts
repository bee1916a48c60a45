/** The office with its shell but no window: real process, real papers; calls come from a script instead of a counter. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { callFrame, readFrame, wordFrame, type ShellWord } from '#shared/pipe.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { openDefectLog } from '#main/rpc/defect-log.ts';
import { VERSION } from '#shared/version.ts';
import { hostOffice } from '#main/shell/link/office-host.ts';
import { forkOffice } from './chromium-office.ts';
import { createChromiumShell, type ChromiumShellOptions } from './chromium-shell.ts';

export type Counter = ContractRouterClient<Contract>;

export interface Windowless {
  readonly counter: Counter;
  close(): Promise<void>;
}

/** Resolves once the office answers; rejects with the failure's code when it cannot be opened. */
export async function openWindowless(
  options: ChromiumShellOptions & {
    readonly dataDir: string;
    /** Milliseconds added to the time of the office. */
    readonly clockOffset?: number;
  },
): Promise<Windowless> {
  const { dataDir, clockOffset = 0 } = options;
  const shell = createChromiumShell(options);
  const listeners: ((body: string) => void)[] = [];
  const words: ((word: ShellWord) => void)[] = [];
  const host = hostOffice({
    startChild: (reason) => forkOffice({ dataDir, version: VERSION, shell: 'chromium', reason }, clockOffset),
    shell,
    sendToCounter: (text) => {
      const frame = readFrame<ShellWord>(text);
      if (frame?.kind === 'call') for (const listener of listeners) listener(frame.body);
      if (frame?.kind === 'word') for (const listener of words) listener(frame.word);
    },
    log: openDefectLog(dataFolder(dataDir).log, systemClock),
  });
  const close = async () => {
    await host.close(false);
    await shell.close();
  };
  const answering = new Promise<void>((resolve, reject) => {
    words.push((word) => {
      if (word.word === 'office-ready') resolve();
      else reject(new Error(`the office did not open: ${word.failure.code}`));
    });
  });
  host.receive(wordFrame({ word: 'counter-ready' }));
  await answering.catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const link = new RPCLink({
    port: {
      onMessage: { addListener: (listener) => listeners.push(listener) },
      onDisconnect: { addListener: () => undefined },
      postMessage: (data: unknown) => host.receive(callFrame(String(data))),
    },
  });
  return { counter: createORPCClient(link), close };
}
