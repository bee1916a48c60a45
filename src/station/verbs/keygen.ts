// keygen: a station from nothing. The file that marks it whole is written last.
import { digitsOfKeyset } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { makeHome, writeWhole } from '#station/home.ts';
import type { StationIo } from '#station/io.ts';
import { beginEpoch } from '#station/keys/epoch.ts';
import { makeKeys, writeKeys } from '#station/keys/key-ring.ts';
import { addKeyset, firstKeyset } from '#station/keys/keysets.ts';
import { choosePassphrase } from '#station/keys/passphrase.ts';
import { refuse } from '#station/refusal.ts';
import { openChosenStore, probeStore, storeAsked } from '#station/store/choose.ts';
import type { Report } from './report-shape.ts';
import { digitsText } from './card.ts';

/** Division code of the station: GB/T 2260, six digits. */
const stationCode = /^\d{6}$/;
const stationName = /^[^\p{Cc}]{1,64}$/u;

export async function keygen(request: Request, io: StationIo): Promise<Report> {
  const identity = { station: request.need('code'), name: request.need('name').trim() };
  if (!stationCode.test(identity.station)) refuse('usage', '--code takes six digits');
  if (!stationName.test(identity.name)) refuse('usage', '--name takes 1 to 64 characters');
  const folder = request.need('home');
  const passphrase = await choosePassphrase(io);
  const asked = storeAsked(io);
  await probeStore(asked, identity.station);
  const home = makeHome(folder);
  const { keys, root } = await makeKeys(home, identity, passphrase, io.keyWork);
  const { current } = await addKeyset(home, root, firstKeyset(keys, io.clock.now()));
  const store = await openChosenStore(home, keys, asked);
  if (asked !== null) await writeWhole(home.storeUrl, `${asked}\n`);
  const epoch = await beginEpoch(home, []);
  await store.setEpoch(epoch);
  await store.setKeysetVersion(current.version);
  await store.close();
  await writeKeys(home, keys, { passphrase, work: io.keyWork });
  const digits = digitsOfKeyset(current);
  return {
    exit: 'done',
    body: {
      ...identity,
      home: home.dir,
      digits,
      keyset: current.version,
      carryAway: [home.rootKey, home.escrowKey],
    },
    text:
      `${identity.name}（${identity.station}）的密钥已建立 · the keys of the station are made\n\n` +
      digitsText(digits) +
      `请立即带走，分开保管，本机不留副本 · carry away now, keep apart, leave no copy here:\n` +
      `  ${home.rootKey}\n      根密钥：只在登记单位时取来 · root: fetched only to enrol\n` +
      `  ${home.escrowKey}\n      备用密钥：封存，本机密钥丢失时才用 · escrow: sealed, for the day the keys here are lost\n`,
  };
}
