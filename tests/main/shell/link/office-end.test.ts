import { describe, expect, it, vi } from 'vitest';
import { serveOffice, type OfficeMaker, type ServedOffice } from '#main/shell/link/office-end.ts';
import type { FromOffice, ToOffice } from '#main/shell/link/office-link.ts';
import { Refusal } from '#shared/kernel/failure.ts';

const start = { dataDir: '/nowhere', version: '9.9.9', shell: 'chromium', reason: 'idle' } as const;

type Made = Parameters<OfficeMaker>[0];

/** The process's end with an office that only notes what reaches it. */
async function serve(make?: (options: Made) => Promise<ServedOffice>) {
  const said: FromOffice[] = [];
  const notes: string[] = [];
  const exits: number[] = [];
  let options: Made | null = null;
  let hear: (message: unknown) => void = () => {};
  const sends: ((body: string) => void)[] = [];
  const office: ServedOffice = {
    connect(send) {
      const n = sends.push(send);
      return { receive: (body) => notes.push(`${n} ${body}`), close: () => notes.push(`${n} closed`) };
    },
    lock: async (reason) => {
      notes.push(`lock ${reason}`);
      options?.onEnd(reason);
    },
    close: async () => {
      notes.push('close');
    },
  };
  await serveOffice({
    start,
    port: { post: (message) => said.push(message), listen: (listener) => (hear = listener) },
    createOffice: async (made) => {
      options = made;
      return make === undefined ? office : make(made);
    },
    exit: (code) => exits.push(code),
    log: (reference) => notes.push(`log ${reference}`),
  });
  const tell = (message: ToOffice) => hear(message);
  const made = () => {
    if (options === null) throw new Error('no office was made');
    return options;
  };
  return { said, notes, exits, tell, made, sends, hear: (message: unknown) => hear(message) };
}

describe('the office process', () => {
  it('makes the office with what it was started with, and says so', async () => {
    const { made, said } = await serve();
    expect(made()).toMatchObject({ dataDir: '/nowhere', version: '9.9.9', reason: 'idle' });
    expect(made().shell.name).toBe('chromium');
    expect(said).toEqual([{ kind: 'ready' }]);
  });

  it('connects a counter, and drops the connection when the next page comes', async () => {
    const { tell, notes, sends, said } = await serve();
    tell({ kind: 'call', body: 'nobody is connected' });
    tell({ kind: 'counter' });
    tell({ kind: 'call', body: 'first' });
    tell({ kind: 'counter' });
    tell({ kind: 'call', body: 'second' });
    expect(notes).toEqual(['1 first', '1 closed', '2 second']);
    sends[1]?.('reply');
    expect(said.at(-1)).toEqual({ kind: 'call', body: 'reply' });
  });

  it('drops what is no message of the link', async () => {
    const { hear, notes } = await serve();
    for (const junk of [null, 'lock', 3, {}, { kind: 'ready' }, { kind: 1 }]) hear(junk);
    expect(notes).toEqual([]);
  });

  it('locks, says why it ends, and ends even when nobody ends it', async () => {
    vi.useFakeTimers();
    const { tell, said, exits } = await serve();
    tell({ kind: 'lock', reason: 'handover' });
    await vi.advanceTimersByTimeAsync(0);
    expect(said.at(-1)).toEqual({ kind: 'ending', reason: 'handover' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(exits).toEqual([0]);
    vi.useRealTimers();
  });

  it('closes its files and ends when the page is gone', async () => {
    const { tell, notes, exits } = await serve();
    tell({ kind: 'counter' });
    tell({ kind: 'close' });
    await vi.waitFor(() => expect(exits).toEqual([0]));
    expect(notes).toEqual(['1 closed', 'close']);
  });

  it('ends all the same when the office cannot lock', async () => {
    const { tell, notes, exits } = await serve(async () => ({
      connect: () => ({ receive: () => {}, close: () => {} }),
      lock: () => Promise.reject(new Error('the disk is gone')),
      close: async () => {},
    }));
    tell({ kind: 'lock', reason: 'screen' });
    await vi.waitFor(() => expect(exits).toEqual([1]));
    expect(notes[0]).toMatch(/^log \w+$/);
  });

  it('says with which failure it could not start', async () => {
    const { said } = await serve(() => Promise.reject(new Refusal({ code: 'newer-version' })));
    expect(said).toEqual([{ kind: 'failed', failure: { code: 'newer-version' } }]);
  });

  it('asks the shell over the link and gets its answer', async () => {
    const { said, tell, made } = await serve();
    const asked = made().shell.chooseFolder('backup');
    const question = said.at(-1);
    expect(question).toMatchObject({ kind: 'ask', ask: { verb: 'chooseFolder', purpose: 'backup' } });
    if (question?.kind === 'ask') tell({ kind: 'answer', id: question.id, value: '/media/stick' });
    expect(await asked).toBe('/media/stick');
  });

  it('rethrows the shell’s failure as a refusal', async () => {
    const { said, tell, made } = await serve();
    const asked = made().shell.chooseFolder('backup');
    const question = said.at(-1);
    if (question?.kind === 'ask') tell({ kind: 'refusal', id: question.id, failure: { code: 'no-printer' } });
    await expect(asked).rejects.toEqual(new Refusal({ code: 'no-printer' }));
  });

  it('does not take an answer of the wrong shape for a path', async () => {
    const { said, tell, made } = await serve();
    const asked = made().shell.chooseSave('paper', 'a.pdf');
    const question = said.at(-1);
    if (question?.kind === 'ask') tell({ kind: 'answer', id: question.id, value: { pages: 1 } });
    await expect(asked).rejects.toThrow(TypeError);
  });
});
