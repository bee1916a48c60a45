/** Asks for a secret at a terminal without showing it. Secrets are never arguments: every process can see those. */

const ENTER = /[\r\n\u0004]/;
const ERASE = /[\b\u007f]/;
const INTERRUPT = '\u0003';

/** What was typed, or null where nobody can be asked or the person gave up. May be asked again afterwards. */
export async function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  // Silent before the question, so that a fast answer is not shown either.
  stdin.setRawMode(true);
  stderr.write(question);
  stdin.setEncoding('utf8');
  // Listened to rather than iterated: the end of an iteration closes the terminal for the next question.
  const { promise, resolve } = Promise.withResolvers<string | null>();
  let typed = '';
  const take = (keys: string): void => {
    for (const key of keys) {
      if (key === INTERRUPT) {
        resolve(null);
        return;
      }
      if (ENTER.test(key)) {
        resolve(typed);
        return;
      }
      typed = ERASE.test(key) ? Array.from(typed).slice(0, -1).join('') : typed + key;
    }
  };
  const giveUp = (): void => {
    resolve(null);
  };
  stdin.on('data', take).on('end', giveUp).resume();
  try {
    return await promise;
  } finally {
    stdin.off('data', take).off('end', giveUp).pause();
    stdin.setRawMode(false);
    stderr.write('\n');
  }
}
