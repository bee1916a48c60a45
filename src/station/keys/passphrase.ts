// Where the passphrase comes from: the environment or a hidden prompt, never an argument.
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';

const least = 10;

export async function askPassphrase(io: StationIo): Promise<string> {
  const given = io.env['STATION_PASSPHRASE'] ?? (await io.askSecret('派出所口令 · station passphrase: '));
  if (given === null || given === '') refuse('passphrase-missing');
  return given;
}

/** A new passphrase: typed twice where it is typed, and not one that is guessed in an afternoon. */
export async function choosePassphrase(io: StationIo): Promise<string> {
  const given = await askPassphrase(io);
  if (Array.from(given).length < least || /^\p{Nd}+$/u.test(given)) refuse('weak-passphrase');
  if (io.env['STATION_PASSPHRASE'] === undefined) {
    if ((await io.askSecret('再输入一次 · once more: ')) !== given) refuse('passphrases-differ');
  }
  return given;
}
