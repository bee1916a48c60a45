/** Who the station is: its card pinned by digits, and this office's own enrolment file for it. */
import { basename } from 'node:path';
import { matchDigits, openKeyset, sealEnrolment } from '#bundle-format';
import type { stationContract } from '#shared/contract/weekly.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { presentEpoch } from '#main/db/epoch.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { Handles } from '#main/files/handles.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { Shell } from '#main/shell/shell.ts';
import { officeCard } from './office-card.ts';
import { digitsOfOffice, type OfficeKeys } from './office-keys.ts';
import { keepStation, pinnedStation } from './pinned-station.ts';
import { orRefuse } from './refusals.ts';
import type { Weekly } from './service.ts';

export interface EnrolmentRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly keys: OfficeKeys;
  readonly office: string;
  readonly officeName: () => string;
  /** The station, or its keys, are others now. */
  readonly onPinned: () => void;
}

export interface Enrolment {
  /** What the card says it is. Nothing is trusted yet. */
  readCard(path: string): Promise<{ code: string; name: string }>;
  /** Trusts the card if its digits are those on the station's paper. A station once pinned only gives way to its own root. */
  pin(path: string, digits: string, caller: Caller): Promise<void>;
  write(folder: string, caller: Caller): Promise<{ file: string; digits: string[] }>;
}

export function openEnrolment(room: EnrolmentRoom): Enrolment {
  const { db, raw, journal } = room;

  async function open(path: string) {
    const pinned = pinnedStation(db);
    return orRefuse(await openKeyset(path, { root: pinned?.root ?? null, held: pinned }));
  }

  return {
    async readCard(path) {
      const { keyset } = await open(path);
      return { code: keyset.station, name: keyset.name };
    },
    async pin(path, digits, caller) {
      const opened = await open(path);
      if (!matchDigits(opened.digits, digits)) refuse({ code: 'digits-differ' });
      journal.write(caller, (desk) => keepStation(desk, caller, opened.keyset, 'station-pinned'));
      room.onPinned();
    },
    async write(folder, caller) {
      const placed = orRefuse(
        await sealEnrolment({
          folder,
          signer: room.keys.signer,
          enrolment: {
            format: 'jwb-enrol',
            v: 1,
            ...officeCard(room),
            epoch: presentEpoch(raw),
            sign: room.keys.signer.publicKey,
            box: room.keys.box.recipient,
          },
        }),
      );
      journal.write(caller, (desk) => desk.note('A', 'station', '-', { event: 'enrolment-written' }));
      return { file: basename(placed.path), digits: digitsOfOffice(room.keys) };
    },
  };
}

export function stationService(
  enrolment: Enrolment,
  weekly: Pick<Weekly, 'status' | 'renewKeys'>,
  shell: Shell,
  handles: Handles,
): Calls<typeof stationContract> {
  return {
    chooseCard: async () => {
      const { handle, label } = handles.give(await shell.chooseFile('station-card', 'jwb'));
      return { card: handle, label: basename(label), ...(await enrolment.readCard(label)) };
    },
    pin: async (input, caller) => {
      await enrolment.pin(handles.pathOf(input.card), input.digits, caller);
      return weekly.status();
    },
    renewKeys: async (_input, caller) => {
      await weekly.renewKeys(caller);
      return weekly.status();
    },
    writeEnrolment: (input, caller) => enrolment.write(handles.pathOf(input.folder), caller),
  };
}
