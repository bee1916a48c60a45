/** How far long work is, a line a second on stderr; nothing for work that is soon over. */

export interface Progress {
  readonly done: number;
  /** 0 where nobody knows. */
  readonly total: number;
}

const SILENT_MS = 2000;
const EVERY_MS = 1000;

export function progressLine(
  say: (text: string) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let next = now() + SILENT_MS;
  return ({ done, total }) => {
    if (now() < next) return;
    next = now() + EVERY_MS;
    say(total === 0 ? `${done} …\n` : `${done} / ${total}（${Math.floor((done / total) * 100)}%）\n`);
  };
}
