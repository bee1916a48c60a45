/**
 * New keys for this office by the word of the old ones: nobody has to meet. The new key signs from the next bundle on, and the
 * renewal lies on every stick until the station's keyset names that key.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealRenewal, type Keyset } from '#bundle-format';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import type { Journal } from '#main/db/journal.ts';
import type { SealedFile } from '#main/sticks/put-files.ts';
import { officeCard, type CardRoom } from './office-card.ts';
import { keepRenewedKeys, makeOfficeKeys, standingOf, type OfficeKeys } from './office-keys.ts';
import { presentIn, type Outbox } from './outbox.ts';
import { orRefuse } from './refusals.ts';

export interface RenewalRoom extends CardRoom {
  readonly journal: Journal;
  readonly keys: OfficeKeys;
  readonly outbox: Outbox;
  readonly outboxFolder: string;
  readonly station: () => Keyset | null;
}

/** Nothing may be sealed meanwhile. Refuses with `not-enrolled`, or a word on `keys` while another renewal is on its way. */
export async function renewKeys(room: RenewalRoom, caller: Caller): Promise<void> {
  const { keys, outbox, journal } = room;
  const keyset = room.station() ?? refuse({ code: 'not-enrolled' });
  const standing = standingOf(keyset, keys);
  if (standing === 'renewing') refuseField('keys', 'renewal-waits');
  if (standing === 'unlisted') refuseField('keys', 'not-enrolled-yet');
  const epoch = presentIn(outbox);
  const last = outbox.all().findLast(({ sealedEpoch }) => sealedEpoch === epoch);
  const from = { epoch, seq: (last?.seq ?? 0) + 1 };
  const next = await makeOfficeKeys();
  const { path } = orRefuse(
    await sealRenewal({
      folder: room.outboxFolder,
      signer: next.signer,
      former: keys.signer,
      renewal: {
        format: 'jwb-enrol',
        v: 2,
        ...officeCard(room),
        epoch,
        sign: next.signer.publicKey,
        box: next.box.recipient,
        former: keys.signer.publicKey,
        from,
      },
    }),
  );
  const renewal = readFileSync(path);
  const formerBox = keys.box;
  journal.write(caller, (desk) => {
    keepRenewedKeys(desk, next, formerBox, renewal);
    desk.note('A', 'station', keyset.station, { event: 'keys-renewed', from: from.seq });
  });
  keys.use({ ...next, formerBox, renewal });
}

/** The renewal that the station has not answered yet, as a file in the outbox; empty where there is none. */
export function waitingRenewal({
  keys,
  outboxFolder,
  station,
}: Pick<RenewalRoom, 'keys' | 'outboxFolder' | 'station'>): readonly SealedFile[] {
  const { renewal } = keys;
  if (renewal === null || standingOf(station(), keys) !== 'renewing') return [];
  const path = join(outboxFolder, `${hash('sha256', renewal).slice(0, 32)}.jwb`);
  if (!existsSync(path)) writeFileSync(path, renewal);
  return [{ path, bytes: renewal.length }];
}
