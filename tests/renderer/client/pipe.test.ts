import { describe, expect, it } from 'vitest';
import { callFrame, wordFrame, type ShellWord } from '#shared/pipe.ts';
import { openPipe } from '#renderer/client/pipe.ts';

function shell() {
  const posted: string[] = [];
  let page: (frame: string) => void = () => undefined;
  const pipe = openPipe({
    post: (frame) => posted.push(frame),
    listen: (callback) => {
      page = callback;
    },
  });
  return { pipe, posted, say: (frame: string) => page(frame) };
}

describe('the pipe', () => {
  it('says that the counter is ready, and hears the words of the shell', () => {
    const { pipe, posted, say } = shell();
    const words: ShellWord[] = [];
    pipe.begin((word) => words.push(word));
    expect(posted).toEqual([wordFrame({ word: 'counter-ready' })]);
    say(wordFrame({ word: 'office-ready', reason: 'idle' }));
    say('rubbish');
    expect(words).toEqual([{ word: 'office-ready', reason: 'idle' }]);
  });

  it('takes call frames to the line that stands, and to no line of an office that is gone', () => {
    const { pipe, posted, say } = shell();
    pipe.begin(() => undefined);
    const heard: unknown[] = [];
    const first = pipe.line();
    let gone = 0;
    first.port.onMessage.addListener((data) => heard.push(['first', data]));
    first.port.onDisconnect.addListener(() => (gone += 1));
    say(callFrame('a'));
    const second = pipe.line();
    second.port.onMessage.addListener((data) => heard.push(['second', data]));
    say(callFrame('b'));
    first.port.postMessage('too late');
    second.port.postMessage('in time');
    expect(gone).toBe(1);
    expect(heard).toEqual([
      ['first', 'a'],
      ['second', 'b'],
    ]);
    expect(posted.slice(1)).toEqual([callFrame('in time')]);
  });
});
