import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CRASH_WINDOW, hostOffice, LOCK_PATIENCE, MOST_CRASHES } from '#main/shell/link/office-host.ts';
import type { Shell } from '#main/shell/shell.ts';
import { Refusal } from '#shared/kernel/failure.ts';
import { callFrame, readFrame, wordFrame, type ShellWord } from '#shared/pipe.ts';
import { FakeOffice } from './fake-office.ts';

const shell: Shell = {
  name: 'none',
  chooseFolder: async (purpose) => `/chosen/${purpose}`,
  chooseFile: async () => null,
  chooseSave: async () => {
    throw new Error('the desk is on fire');
  },
  volumes: async () => ['/media/desk/STICK'],
  pdf: async () => ({ pages: 2 }),
  print: async () => {
    throw new Refusal({ code: 'no-printer' });
  },
};

const counterReady = wordFrame({ word: 'counter-ready' });

function open() {
  const offices: FakeOffice[] = [];
  const frames: string[] = [];
  const logged: string[] = [];
  const host = hostOffice({
    startChild: (reason) => {
      const office = new FakeOffice(reason);
      offices.push(office);
      return office;
    },
    shell,
    sendToCounter: (frame) => frames.push(frame),
    log: (reference) => logged.push(reference),
  });
  const latest = () => {
    const office = offices.at(-1);
    if (office === undefined) throw new Error('no office was started');
    return office;
  };
  const words = () =>
    frames.flatMap((frame) => {
      const read = readFrame<ShellWord>(frame);
      return read?.kind === 'word' ? [read.word] : [];
    });
  return { host, offices, frames, logged, latest, words };
}

/** An office that answers and a page that listens. */
function openServing() {
  const opened = open();
  opened.latest().say({ kind: 'ready' });
  opened.host.receive(counterReady);
  return opened;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the counter and the office meet', () => {
  it('when the office was ready first', () => {
    const { words, latest } = openServing();
    expect(words()).toEqual([{ word: 'office-ready', reason: 'start' }]);
    expect(latest().heard).toEqual([{ kind: 'counter' }]);
  });

  it('when the page was ready first', () => {
    const { host, words, latest } = open();
    host.receive(counterReady);
    expect(words()).toEqual([]);
    latest().say({ kind: 'ready' });
    expect(words()).toEqual([{ word: 'office-ready', reason: 'start' }]);
  });

  it('and a page that is loaded again gets a new connection', () => {
    const { host, words, latest } = openServing();
    host.receive(counterReady);
    expect(latest().heard).toEqual([{ kind: 'counter' }, { kind: 'counter' }]);
    expect(words()).toHaveLength(2);
  });

  it('and calls pass between them unread', () => {
    const { host, frames, latest } = openServing();
    host.receive(callFrame('{"any":"thing"}'));
    expect(latest().heard.at(-1)).toEqual({ kind: 'call', body: '{"any":"thing"}' });
    latest().say({ kind: 'call', body: 'reply' });
    expect(frames.at(-1)).toBe(callFrame('reply'));
  });

  it('but what is no frame is dropped', () => {
    const { host, latest } = openServing();
    for (const junk of [undefined, null, 7, {}, '', 'x', 's', 's{', 's{"word":"lock"}', ['cX']])
      host.receive(junk);
    expect(latest().heard).toEqual([{ kind: 'counter' }]);
  });

  it('but a call to an office that is not there yet is void', () => {
    const { host, latest } = open();
    host.receive(callFrame('early'));
    expect(latest().heard).toEqual([]);
  });
});

describe('locking', () => {
  it('ends the office process and starts a fresh one that says why', () => {
    const { host, offices, words } = openServing();
    host.lock('screen');
    expect(offices[0]?.heard.at(-1)).toEqual({ kind: 'lock', reason: 'screen' });
    offices[0]?.say({ kind: 'ending', reason: 'screen' });
    expect(offices[0]?.isKilled).toBe(true);
    expect(offices[1]?.reason).toBe('screen');
    offices[1]?.say({ kind: 'ready' });
    expect(words().at(-1)).toEqual({ word: 'office-ready', reason: 'screen' });
  });

  it('lets the counter keep its drafts until the office has closed', () => {
    const { host, latest } = openServing();
    host.lock('suspend');
    host.receive(callFrame('drafts.keep'));
    expect(latest().heard.at(-1)).toEqual({ kind: 'call', body: 'drafts.keep' });
  });

  it('happens by force when the office does not end by itself', () => {
    const { host, offices } = openServing();
    host.lock('screen');
    vi.advanceTimersByTime(LOCK_PATIENCE - 1);
    expect(offices[0]?.isKilled).toBe(false);
    vi.advanceTimersByTime(1);
    expect(offices[0]?.isKilled).toBe(true);
    expect(offices[1]?.reason).toBe('screen');
  });

  it('does not end the fresh office when the old one was in time', () => {
    const { host, offices } = openServing();
    host.lock('screen');
    offices[0]?.say({ kind: 'ending', reason: 'screen' });
    vi.advanceTimersByTime(LOCK_PATIENCE * 2);
    expect(offices[1]?.isKilled).toBe(false);
    expect(offices).toHaveLength(2);
  });

  it('by the office itself, idle, gives the same fresh start', () => {
    const { offices } = openServing();
    offices[0]?.say({ kind: 'ending', reason: 'idle' });
    expect(offices[1]?.reason).toBe('idle');
  });
});

describe('an office process that ends without a word', () => {
  it('is followed by a fresh one, and the lock screen says it crashed', () => {
    const { offices, words } = openServing();
    offices[0]?.exit();
    offices[1]?.say({ kind: 'ready' });
    expect(words().at(-1)).toEqual({ word: 'office-ready', reason: 'crash' });
  });

  it('too often in a row is given up, with a reference that stands in the log', () => {
    const { offices, words, logged } = openServing();
    for (let n = 0; n <= MOST_CRASHES; n += 1) offices[n]?.exit();
    expect(offices).toHaveLength(MOST_CRASHES + 1);
    expect(words().at(-1)).toEqual({
      word: 'office-failed',
      failure: { code: 'unexpected', reference: logged[0] },
    });
    expect(logged).toHaveLength(1);
  });

  it('now and then is not given up', () => {
    const { offices } = openServing();
    for (let n = 0; n < MOST_CRASHES * 3; n += 1) {
      offices[n]?.exit();
      vi.advanceTimersByTime(CRASH_WINDOW);
    }
    expect(offices).toHaveLength(MOST_CRASHES * 3 + 1);
  });
});

describe('an office that cannot be made', () => {
  it('is told to the counter, and is tried again when the page is loaded again', () => {
    const { host, offices, words } = open();
    offices[0]?.say({ kind: 'failed', failure: { code: 'busy' } });
    offices[0]?.exit();
    expect(words()).toEqual([]);
    host.receive(counterReady);
    expect(words()).toEqual([{ word: 'office-failed', failure: { code: 'busy' } }]);
    expect(offices).toHaveLength(1);
    host.receive(counterReady);
    expect(offices).toHaveLength(2);
    offices[1]?.say({ kind: 'ready' });
    expect(words().at(-1)).toEqual({ word: 'office-ready', reason: 'start' });
  });
});

describe('the shell answers the office', () => {
  it('with a path', async () => {
    const { latest } = openServing();
    latest().say({ kind: 'ask', id: 4, ask: { verb: 'chooseFolder', purpose: 'stick' } });
    await vi.waitFor(() =>
      expect(latest().heard.at(-1)).toEqual({ kind: 'answer', id: 4, value: '/chosen/stick' }),
    );
  });

  it('with null when the person cancelled', async () => {
    const { latest } = openServing();
    latest().say({
      kind: 'ask',
      id: 5,
      ask: { verb: 'chooseFile', purpose: 'station-card', extension: 'json' },
    });
    await vi.waitFor(() => expect(latest().heard.at(-1)).toEqual({ kind: 'answer', id: 5, value: null }));
  });

  it('with a reference and not with the message, when the shell itself failed', async () => {
    const { latest, logged } = openServing();
    latest().say({
      kind: 'ask',
      id: 6,
      ask: { verb: 'chooseSave', purpose: 'paper', suggestedName: 'a.pdf' },
    });
    await vi.waitFor(() =>
      expect(latest().heard.at(-1)).toEqual({
        kind: 'refusal',
        id: 6,
        failure: { code: 'unexpected', reference: logged[0] },
      }),
    );
    expect(JSON.stringify(latest().heard)).not.toContain('fire');
  });
});

describe('closing the window', () => {
  it('lets the counter keep its drafts first, and starts nothing new', async () => {
    const { host, offices } = openServing();
    const closed = host.close(true);
    expect(offices[0]?.heard.at(-1)).toEqual({ kind: 'lock', reason: 'asked' });
    offices[0]?.say({ kind: 'ending', reason: 'asked' });
    await closed;
    expect(offices).toHaveLength(1);
  });

  it('closes the files when there is no page any more', async () => {
    const { host, offices } = openServing();
    const closed = host.close(false);
    expect(offices[0]?.heard.at(-1)).toEqual({ kind: 'close' });
    offices[0]?.exit();
    await closed;
    expect(offices).toHaveLength(1);
  });

  it('ends an office that never became ready', async () => {
    const { host, offices } = open();
    await host.close(true);
    expect(offices[0]?.isKilled).toBe(true);
  });

  it('asked twice waits for the same end', async () => {
    const { host, offices } = openServing();
    const both = Promise.all([host.close(true), host.close(false)]);
    offices[0]?.say({ kind: 'ending', reason: 'asked' });
    await both;
    expect(offices[0]?.heard.filter(({ kind }) => kind === 'lock' || kind === 'close')).toHaveLength(1);
  });
});
