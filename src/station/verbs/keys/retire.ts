// retire: destroys the former private key, once nobody seals to it or believes by it any more. Refuses before that.
import { join } from 'node:path';
import { addressOf, type Keyset } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { mattersSealedTo } from '#station/deciding/sealed.ts';
import type { StationIo } from '#station/io.ts';
import { behind, sinceVersion } from '#station/keys/echo.ts';
import { readRoot, writeKeys, type StationKeys } from '#station/keys/key-ring.ts';
import { addKeyset, type Keysets } from '#station/keys/keysets.ts';
import { refuse } from '#station/refusal.ts';
import { withStation, type Station } from '#station/station.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { whichKey } from './which-key.ts';

export async function retire(request: Request, io: StationIo): Promise<Report> {
  const which = whichKey(request) ?? refuse('usage', 'retire takes --op or --sign');
  return withStation(io, request.need('home'), async (station) => {
    const { home, keys, keysets, passphrase } = station;
    const former = formerOf(which, keys, keysets);
    if (former.length === 0) refuse('nothing-to-retire', which);
    await needEchoes(station, ({ recipients, sign }) =>
      which === 'op' ? recipients.op === keysets.current.recipients.op : sign[0] === keysets.current.sign[0],
    );
    if (which === 'op') await needNoneWaiting(station, former);
    const sealedOnly = which === 'op' ? await mattersSealedTo(station, former) : 0;
    const version = which === 'sign' ? await dropFromKeyset(station, request, io) : keysets.current.version;
    const left = {
      ...keys,
      ops: keys.ops.filter(({ recipient }) => which !== 'op' || !former.includes(recipient)),
      signs: keys.signs.filter(({ publicKey }) => which !== 'sign' || !former.includes(publicKey)),
    };
    await writeKeys(home, left, { passphrase, work: io.keyWork, replace: true });
    const destroyed = keys.ops.length + keys.signs.length - left.ops.length - left.signs.length;
    return {
      exit: 'done',
      body: { key: which, keyset: version, destroyed, needEscrow: sealedOnly },
      text:
        (destroyed === 0
          ? '已丢失的旧密钥已从密钥单除名 · the lost key is struck off the keyset\n'
          : '旧密钥已从本机销毁；请把旧的 station.key.age 备份一并销毁 · the former key is destroyed here; destroy its backups too\n') +
        (sealedOnly === 0
          ? ''
          : `${sealedOnly} 份封存记录今后须用备用密钥打开 · sealed records that from now on need the escrow key: unseal --escrow\n`),
    };
  });
}

/** Public texts of keys at hand that some keyset named and the newest does not put first; of `sign` the lost ones it lists too. */
function formerOf(which: 'op' | 'sign', keys: StationKeys, { current, all }: Keysets): readonly string[] {
  if (which === 'op')
    return keys.ops
      .map(({ recipient }) => recipient)
      .filter((key) => key !== current.recipients.op)
      .filter((key) => all.some(({ keyset }) => keyset.recipients.op === key));
  const here = keys.signs
    .map(({ publicKey }) => publicKey)
    .filter((key) => all.some(({ keyset }) => keyset.sign.includes(key)));
  return [...new Set([...here, ...current.sign])].filter((key) => key !== current.sign[0]);
}

async function needEchoes(station: Station, knows: (keyset: Keyset) => boolean): Promise<void> {
  const waiting = await behind(station, sinceVersion(station.keysets, knows));
  if (waiting.length === 0) return;
  refuse('not-echoed', waiting.map(({ office, keyset }) => `${office} (${keyset ?? '-'})`).join(', '));
}

/** A file that waits for something is still to be opened; what the destroyed key sealed could then not be. */
async function needNoneWaiting({ store, home, keysets }: Station, former: readonly string[]): Promise<void> {
  const tags = keysets.all
    .filter(({ keyset }) => former.includes(keyset.recipients.op))
    .map(({ tag }) => tag);
  const waiting: string[] = [];
  for (const { sha256, office } of await store.holds()) {
    const name = `${sha256.slice(0, 32)}.jwb`;
    const address = await addressOf(join(home.inbox, name));
    if ('code' in address || !tags.includes(address.tag)) continue;
    waiting.push(`${office ?? '?'} ${name}`);
  }
  if (waiting.length > 0) refuse('bundle-waits', waiting.join(', '));
}

/** The keyset first: what it no longer lists nobody has to sign with. An interrupted run finds it done. */
async function dropFromKeyset(station: Station, request: Request, io: StationIo): Promise<number> {
  const { home, keys, keysets, passphrase, store } = station;
  const [newest, ...older] = keysets.current.sign;
  if (newest === undefined || older.length === 0) return keysets.current.version;
  const root = await readRoot(request.option('root') ?? home.rootKey, keys, passphrase);
  const { current } = keysets;
  const next = { ...current, version: current.version + 1, created: io.clock.now(), sign: [newest] };
  const made = await addKeyset(home, root, next);
  await store.setKeysetVersion(made.current.version);
  return made.current.version;
}
