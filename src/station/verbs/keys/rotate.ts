// rotate: a new key of the station beside the one before, under the root's word. Nothing is destroyed yet: that is retire.
import { generateBox, generateSigner, type Keyset } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { behind } from '#station/keys/echo.ts';
import { readRoot, writeKeys, type StationKeys } from '#station/keys/key-ring.ts';
import { addKeyset, type Keysets } from '#station/keys/keysets.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { officesText, whichKey } from './which-key.ts';

export async function rotate(request: Request, io: StationIo): Promise<Report> {
  const which = whichKey(request) ?? refuse('usage', 'rotate takes --op or --sign');
  return withStation(io, request.need('home'), async (station) => {
    const { home, keys, keysets, passphrase, store } = station;
    if (isUnderway(which, keys, keysets)) refuse('rotation-underway', which);
    const root = await readRoot(request.option('root') ?? home.rootKey, keys, passphrase);
    // Kept before it is signed for: a key that the keyset names must never be missing here.
    const next = await withNext(which, keys, keysets);
    await writeKeys(home, next, { passphrase, work: io.keyWork, replace: true });
    const made = await addKeyset(home, root, nextKeyset(which, next, keysets.current, io.clock.now()));
    const { version } = made.current;
    await store.setKeysetVersion(version);
    const waiting = await behind({ store, keysets: made }, version);
    return {
      exit: 'done',
      body: { key: which, keyset: version, waiting },
      text:
        `新密钥已启用，密钥单第 ${version} 版随回执送达 · a new key is in use; receipts carry keyset ${version}\n` +
        '旧密钥仍在本机，旧密钥单封的包照常打开 · the former key stays: what was sealed to it still opens\n' +
        officesText(waiting),
    };
  });
}

/** One change at a time, so that every office ever only has to know two. */
function isUnderway(which: 'op' | 'sign', keys: StationKeys, { current, all }: Keysets): boolean {
  if (which === 'sign') return current.sign.length > 1;
  return keys.ops.some(
    ({ recipient }) =>
      recipient !== current.recipients.op && all.some(({ keyset }) => keyset.recipients.op === recipient),
  );
}

/** A key that an interrupted rotation left here, and that no keyset names yet, is used now. */
async function withNext(which: 'op' | 'sign', keys: StationKeys, { all }: Keysets): Promise<StationKeys> {
  if (which === 'op') {
    const [newest] = keys.ops;
    const isNamed = all.some(({ keyset }) => keyset.recipients.op === newest?.recipient);
    return isNamed ? { ...keys, ops: [await generateBox(), ...keys.ops] } : keys;
  }
  const [newest] = keys.signs;
  const isNamed = newest === undefined || all.some(({ keyset }) => keyset.sign.includes(newest.publicKey));
  return isNamed ? { ...keys, signs: [generateSigner(), ...keys.signs] } : keys;
}

function nextKeyset(
  which: 'op' | 'sign',
  { ops: [op], signs: [sign], recipients }: StationKeys,
  current: Keyset,
  created: string,
): Keyset {
  const next = { ...current, version: current.version + 1, created };
  if (which === 'op') return { ...next, recipients: { ...recipients, op: op?.recipient ?? recipients.op } };
  return { ...next, sign: sign === undefined ? current.sign : [sign.publicKey, ...current.sign] };
}
