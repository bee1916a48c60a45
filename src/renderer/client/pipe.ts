/** The counter's end of the one pipe: words of the shell to the door of the app, call frames to the link. */
import { callFrame, readFrame, wordFrame, type ShellWord } from '#shared/pipe.ts';

/** What the preload (or the development shell) puts into the page: strings out, strings in, nothing else. */
export interface Hatch {
  post(frame: string): void;
  listen(callback: (frame: string) => void): void;
}

declare global {
  interface Window {
    readonly hatch?: Hatch;
  }
}

/** A line to one office process. After `hangUp` it hears and says nothing more. */
export interface Line {
  readonly port: {
    readonly onMessage: { addListener(callback: (data: unknown) => void): void };
    readonly onDisconnect: { addListener(callback: () => void): void };
    postMessage(data: unknown): void;
  };
  hangUp(): void;
}

export interface Pipe {
  /** Hears the shell's words from now on, and tells it that the counter is ready. */
  begin(onWord: (word: ShellWord) => void): void;
  /** A new line; the one before is hung up, since its office process is gone. */
  line(): Line;
}

export function openPipe(hatch: Hatch): Pipe {
  let hear: ((body: string) => void) | null = null;
  let current: Line | null = null;
  return {
    begin(onWord) {
      hatch.listen((text) => {
        const frame = readFrame<ShellWord>(text);
        if (frame === null) return;
        if (frame.kind === 'word') onWord(frame.word);
        else hear?.(frame.body);
      });
      hatch.post(wordFrame({ word: 'counter-ready' }));
    },
    line() {
      current?.hangUp();
      const gone: (() => void)[] = [];
      let open = true;
      const line: Line = {
        port: {
          onMessage: {
            addListener: (callback) => {
              hear = (body) => {
                if (open) callback(body);
              };
            },
          },
          onDisconnect: { addListener: (callback) => void gone.push(callback) },
          postMessage: (data) => {
            if (open && typeof data === 'string') hatch.post(callFrame(data));
          },
        },
        hangUp() {
          if (!open) return;
          open = false;
          for (const tell of gone) tell();
        },
      };
      current = line;
      return line;
    },
  };
}
