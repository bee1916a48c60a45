// rescue: an office's computer is gone. Everything held of the office goes onto a stick, sealed to the key of its new one,
// which was enrolled in person. Refuses where no such key is known.
import { mkdirSync } from 'node:fs';
import { sealRescue, type RescueManifest, type Sealed } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import { linesBetween } from '#station/checking/records-then.ts';
import { createdNow } from '#station/created.ts';
import type { StationIo } from '#station/io.ts';
import { keyOf } from '#station/keys/office-intervals.ts';
import { answerOffices } from '#station/receiving/receipts.ts';
import { toOfficeOf } from '#station/receiving/stick.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { stateNow } from '#station/rescuing/state-now.ts';
import { withStation, type Station } from '#station/station.ts';
import { baseOf } from '#station/store/epoch-rows.ts';
import type { Report } from './report-shape.ts';

export async function rescue(request: Request, io: StationIo): Promise<Report> {
  const [office = ''] = request.words;
  const folder = toOfficeOf(request.need('to'));
  return withStation(io, request.need('home'), async (station) => {
    const key = keyOf(station.keysets.current, office) ?? refuse('unknown-office', office);
    const standing = await station.store.epochsOf(office);
    const newest = standing.at(-1) ?? refuse('nothing-held', office);
    // Only meeting in person opens a key in an epoch of which nothing was received: a renewal goes on in the present one.
    if (key.from.epoch <= newest.epoch) refuse('not-enrolled-anew', office);
    const look = { verb: 'rescue', office, ledger: '-', record: '-', account: io.account };
    await station.store.noteLooks([{ ...look, reviewer: '', reason: '' }], io.clock.now());
    mkdirSync(folder, { recursive: true });
    const files = await seal(station, office, key, folder);
    const lines = standing.reduce((sum, { n }) => sum + n, 0);
    const digest = files.map(({ name, size }) => ({ file: name, bytes: size }));
    return {
      exit: 'done',
      body: { office, lines, epochs: standing.length, next: key.from.epoch, files: digest, folder },
      text:
        `${key.name}（${office}）：${lines} 条日志，${files.length} 个文件 · lines, files: ${folder}\n` +
        `在新电脑上取回后从第 ${key.from.epoch} 纪元继续 · the new computer goes on in this epoch\n`,
    };
  });
}

async function seal(
  station: Station,
  office: string,
  key: { readonly box: string; readonly from: { readonly epoch: number } },
  folder: string,
): Promise<readonly Sealed<RescueManifest>[]> {
  const { store, keys, clock } = station;
  const at = clock.now();
  const standing = await store.epochsOf(office);
  const now = await stateNow(store, office);
  const sealed = await sealRescue({
    folder,
    signer: keys.sign,
    box: key.box,
    rescue: {
      station: keys.station,
      office,
      holds: standing.map((row) => ({ epoch: row.epoch, base: baseOf(row), n: row.n, chain: row.chain })),
      next_epoch: key.from.epoch,
      live: now?.live ?? null,
      state: now?.state ?? null,
      receipt: await confirm(station, office, folder, at),
      created: createdNow(at, await store.maxSeen(at)),
    },
    linesBehind: (epoch, n) =>
      linesBetween(store, office, {
        epoch,
        after: n,
        to: standing.find((row) => row.epoch === epoch)?.n ?? 0,
      }),
  });
  return 'code' in sealed ? refuseAs(sealed) : sealed;
}

/** A receipt for all of it goes along: what is given back is confirmed, and the next receipt follows this one. */
async function confirm(
  station: Station,
  office: string,
  folder: string,
  at: string,
): Promise<RescueManifest['receipt']> {
  const [row] = await answerOffices(station, [office], [], folder, at);
  if (row?.ok !== true) return refuse('receipt-not-written', row?.code ?? '');
  const own = await station.store.epoch();
  const last = own === null ? null : await station.store.lastReceipt(office, own.epoch);
  if (own === null || last === null) throw new RangeError(`${office} without a receipt`);
  return { station_epoch: own.epoch, station_tag: own.tag, seq: last.seq, sha256: last.manifestSha256 };
}
