// revoke: the key of a stolen computer answers for nothing beyond the last bundle received. The next keyset says so.
import type { BundlePoint, Keyset } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { reasonOf } from '#station/deciding/answers.ts';
import { officesOf } from '#station/deciding/find.ts';
import type { StationIo } from '#station/io.ts';
import { readRoot } from '#station/keys/key-ring.ts';
import { addKeyset } from '#station/keys/keysets.ts';
import { closingPoint } from '#station/keys/office-intervals.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import type { Report } from '#station/verbs/report-shape.ts';

export async function revoke(request: Request, io: StationIo): Promise<Report> {
  const [office = ''] = request.words;
  const reason = reasonOf(request);
  return withStation(io, request.need('home'), async (station) => {
    const { home, keys, keysets, passphrase, store } = station;
    officesOf(station, office);
    const last = await store.lastApplied(office);
    const closed =
      withoutKey(keysets.current, office, last, io.clock.now()) ?? refuse('already-revoked', office);
    const root = await readRoot(request.option('root') ?? home.rootKey, keys, passphrase);
    const { current } = await addKeyset(home, root, closed.keyset);
    await store.setKeysetVersion(current.version);
    const look = { verb: 'revoke', office, ledger: 'station', record: '-', account: io.account };
    await store.noteLooks([{ ...look, reviewer: '', reason }], io.clock.now());
    const { to } = closed;
    return {
      exit: 'done',
      body: { office, keyset: current.version, to },
      text:
        `${office} 的密钥已停用，只认到第 ${to.epoch}/${to.seq} 包 · the key of ${office} is closed at bundle ${to.epoch}/${to.seq}\n` +
        '之后的包按 E304 隔离；失窃前封好、还在路上的，由两人逐个 admit\n' +
        'later bundles are E304; genuine ones still on their way are admitted one by one, by two people: admit\n' +
        '新电脑须当面登记 · the new computer is enrolled in person: enrol\n',
    };
  });
}

function withoutKey(
  keyset: Keyset,
  office: string,
  last: BundlePoint | null,
  created: string,
): { readonly keyset: Keyset; readonly to: BundlePoint } | null {
  const open = keyset.offices.find((key) => key.office === office && key.to === null);
  if (open === undefined) return null;
  const to = closingPoint(open, last);
  const offices = keyset.offices.map((key) => (key === open ? { ...key, to } : key));
  return { keyset: { ...keyset, version: keyset.version + 1, created, offices }, to };
}
