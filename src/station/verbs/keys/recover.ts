// recover: station.key.age is gone, or nobody knows its passphrase. New keys under the same root, so that every office stays enrolled.
import { existsSync } from 'node:fs';
import type { Request } from '#station/arguments.ts';
import { reasonOf, twoPeopleOf } from '#station/deciding/answers.ts';
import { mattersSealedTo } from '#station/deciding/sealed.ts';
import { homeAt, type Home } from '#station/home.ts';
import type { StationIo } from '#station/io.ts';
import { namedRoot, readKeysets } from '#station/keys/keysets.ts';
import { choosePassphrase } from '#station/keys/passphrase.ts';
import { receiveFiles } from '#station/receiving/receive.ts';
import { fetchKeys } from '#station/recovering/fetched-keys.ts';
import { formerKeys, prepare, type Prepared, type Recovery } from '#station/recovering/prepare.ts';
import { dropPrepared, finishOrdered, orderRecovery } from '#station/recovering/put-in-place.ts';
import { beforeText, reportOf } from '#station/recovering/report.ts';
import { standsOf } from '#station/recovering/stands.ts';
import { refuse } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import { storeAsked } from '#station/store/choose.ts';
import { takeLock } from '#station/store/lock.ts';
import type { Look } from '#station/store/port.ts';
import type { Report } from '#station/verbs/report-shape.ts';

export async function recover(request: Request, io: StationIo): Promise<Report> {
  const home = homeAt(request.need('home'));
  // Asked for first: nobody should fetch a key from a safe to be told that a name is missing.
  const people = peopleOf(request, io);
  if (!existsSync(home.keysets)) refuse('not-set-up', home.dir);
  const lock = takeLock(home.lock);
  const check = request.flag('check');
  let recovery: Recovery;
  let prepared: Prepared;
  let kept: string | null;
  try {
    finishOrdered(home);
    recovery = await recoveryOf(request, io, home, people);
    prepared = await prepare(recovery, io);
    io.err(beforeText(recovery, prepared));
    if (!check) orderRecovery(home);
    kept = finishOrdered(home);
  } finally {
    dropPrepared(home);
    lock.release();
  }
  if (check) return reportOf({ recovery, prepared, done: null });
  return withNew(recovery, prepared, kept, io);
}

type LookAt = (office: string) => readonly Look[];

/** Both are put down for every office, since all of it is opened. */
function peopleOf(request: Request, io: StationIo): LookAt {
  const { reviewer, second } = twoPeopleOf(request);
  const why = {
    verb: 'recover',
    ledger: 'station',
    record: '-',
    account: io.account,
    reason: reasonOf(request),
  };
  return (office) => [reviewer, second].map((name) => ({ ...why, office, reviewer: name }));
}

async function recoveryOf(request: Request, io: StationIo, home: Home, people: LookAt): Promise<Recovery> {
  const keysets = await readKeysets(home, await namedRoot(home));
  const passphrase = await choosePassphrase(io);
  const former = await formerKeys(home, keysets, passphrase, request.flag('check'));
  const fetched = await fetchKeys(request, io, keysets.current, passphrase);
  const offices = new Set(keysets.current.offices.map(({ office }) => office));
  const looks = [...offices].flatMap(people);
  return {
    home,
    keysets,
    fetched,
    passphrase,
    former,
    looks,
    stolen: request.flag('stolen'),
    asked: storeAsked(io),
  };
}

/** Opens the new folder as every verb does. A store that stayed learns of it now, and takes in what it held for want of a key. */
async function withNew(
  recovery: Recovery,
  prepared: Prepared,
  kept: string | null,
  io: StationIo,
): Promise<Report> {
  const { home, fetched, looks, passphrase } = recovery;
  const env = { ...io.env, STATION_PASSPHRASE: passphrase };
  return withStation({ ...io, env }, home.dir, async (opened) => {
    const at = io.clock.now();
    if (!prepared.isRebuilt) {
      await opened.store.noteLooks(looks, at);
      await receiveFiles({ ...opened, escrow: fetched.escrow }, [], at);
    }
    const stands = await standsOf(opened, prepared.echoes);
    const needEscrow = await mattersSealedTo(opened, []);
    const keyset = opened.keysets.current.version;
    return reportOf({ recovery, prepared, done: { kept, stands, keyset, needEscrow } });
  });
}
