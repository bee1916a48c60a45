/** Asks for a secret at a terminal without showing it. Secrets are never arguments: every process can see those. */

const ENTER = /[\r\n\u0004]/;
const ERASE = /[\b\u007f]/;
const INTERRUPT = '\u0003';

/** What was typed, or null where nobody can be asked or the person gave up. */
export async function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const keys of stdin) {
      for (const key of String(keys)) {
        if (key === INTERRUPT) return null;
        if (ENTER.test(key)) return typed;
        typed = ERASE.test(key) ? Array.from(typed).slice(0, -1).join('') : typed + key;
      }
    }
    return null;
  } finally {
    stdin.setRawMode(false);
    stderr.write('\n');
  }
}
