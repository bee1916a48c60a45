/**
 * Which of our code ran, as V8 itself counts it. jazzer.js would instrument instead, but its addon wants a glibc that the Debian
 * this project is tested on does not have.
 */
import { Session } from 'node:inspector/promises';

export interface Coverage {
  /** How many places of ours ran that never ran before since this was opened. */
  fresh(): Promise<number>;
  close(): void;
}

export async function openCoverage(isOurs: (url: string) => boolean): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();
  return {
    async fresh() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      let fresh = 0;
      for (const { url, functions } of result) {
        if (!isOurs(url)) continue;
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) {
            if (count === 0) continue;
            // Twice, and many times, are places of their own: that is how loops are told apart.
            const key = `${url} ${startOffset} ${endOffset} ${count > 3 ? 3 : count}`;
            if (seen.has(key)) continue;
            seen.add(key);
            fresh += 1;
          }
      }
      return fresh;
    },
    close: () => session.disconnect(),
  };
}
