// A secret at rest: an age file under a passphrase (scrypt), so that `age -d` opens it without this program.
import { readFile } from 'node:fs/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { writeWhole } from '#station/home.ts';
import { refuse } from '#station/refusal.ts';

/** Overwrites nothing, unless it is to take the place of the same file as it was. `work` is log2 of scrypt's N. */
export async function writeSecret(
  path: string,
  text: string,
  passphrase: string,
  work: number,
  replace = false,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  await writeWhole(path, await encrypter.encrypt(text), replace);
}

/** Refuses with `wrong-passphrase` or `key-file-damaged`. A flipped salt cannot be told from a wrong passphrase. */
export async function readSecret(path: string, passphrase: string): Promise<string> {
  const sealed = await readFile(path);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(sealed, 'text');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse(reason.startsWith('no identity matched') ? 'wrong-passphrase' : 'key-file-damaged', reason);
  }
}
