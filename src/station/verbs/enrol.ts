// enrol: an office's key is trusted once the digits on both screens agree, and only by a keyset the root signs.
import {
  digitsOfKeyset,
  matchDigits,
  openEnrolment,
  type BundlePoint,
  type Enrolment,
  type Keyset,
  type OfficeKey,
} from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { readRoot } from '#station/keys/key-ring.ts';
import { addKeyset } from '#station/keys/keysets.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { withStation } from '#station/station.ts';
import { digitsText, handOut } from './card.ts';
import type { Report } from './report-shape.ts';

export async function enrol(request: Request, io: StationIo): Promise<Report> {
  const [file = ''] = request.words;
  const typed = request.option('digits') ?? refuse('digits-missing');
  const out = request.need('out');
  const opened = await openEnrolment(file);
  if (!opened.ok) refuseAs(opened);
  if (!matchDigits(opened.digits, typed)) refuse('digits-differ');
  const { enrolment } = opened;
  const name = request.option('office-name')?.trim() ?? enrolment.name;
  if (!/^[^\p{Cc}]{1,64}$/u.test(name)) refuse('usage', '--office-name takes 1 to 64 characters');
  return withStation(io, request.need('home'), async (station) => {
    const { home, keys, keysets, passphrase, store } = station;
    if (!enrolment.office.startsWith(`${keys.station}-`)) refuse('enrolment-elsewhere', enrolment.office);
    const known = keysets.current.offices.find((key) => key.sign === enrolment.sign);
    const isNew = known === undefined;
    if (!isNew && !isSame(known, enrolment)) refuse('enrolment-conflict', enrolment.office);
    const current = isNew
      ? await addKeyset(
          home,
          await readRoot(request.option('root') ?? home.rootKey, keys, passphrase),
          withOffice(
            keysets.current,
            { ...enrolment, name },
            await store.lastApplied(enrolment.office),
            io.clock.now(),
          ),
        )
      : keysets;
    await store.setKeysetVersion(current.current.version);
    const written = await handOut(current, out);
    const digits = digitsOfKeyset(current.current);
    return {
      exit: 'done',
      body: {
        office: enrolment.office,
        officeName: known?.name ?? name,
        device: enrolment.device,
        isNew,
        officeDigits: opened.digits,
        digits,
        keyset: current.current.version,
        file: written,
      },
      text:
        `${isNew ? '已登记' : '此前已登记，无变化'} · ${isNew ? 'enrolled' : 'already enrolled'}: ` +
        `${name}（${enrolment.office}）\n密钥单第 ${current.current.version} 版，请带回 · take the keyset back: ` +
        `${written}\n\n${digitsText(digits)}`,
    };
  });
}

function isSame(known: OfficeKey, { office, box }: Enrolment): boolean {
  return known.office === office && known.box === box && known.to === null;
}

/**
 * The next version of the keyset. An earlier key of the office ends with the last bundle applied of it, so that
 * numbers, not dates, say which key answers for which bundle.
 */
export function withOffice(
  keyset: Keyset,
  enrolment: Enrolment,
  lastApplied: BundlePoint | null,
  created: string,
): Keyset {
  const { office, name, sign, box, epoch } = enrolment;
  if (lastApplied !== null && epoch < lastApplied.epoch) {
    refuse('enrolment-behind', `epoch ${epoch}, received up to ${lastApplied.epoch}/${lastApplied.seq}`);
  }
  const open = keyset.offices.find((key) => key.office === office && key.to === null);
  const end = open === undefined ? lastApplied : later(lastApplied, before(open.from));
  const from =
    end !== null && end.epoch >= epoch ? { epoch: end.epoch, seq: end.seq + 1 } : { epoch, seq: 1 };
  const others = keyset.offices.map((key) => (key === open && end !== null ? { ...key, to: end } : key));
  return {
    ...keyset,
    version: keyset.version + 1,
    created,
    offices: [...others, { office, name, sign, box, from, to: null }].toSorted(inOrder),
  };
}

function before({ epoch, seq }: BundlePoint): BundlePoint {
  return { epoch, seq: Math.max(0, seq - 1) };
}

function later(a: BundlePoint | null, b: BundlePoint): BundlePoint {
  return a !== null && (a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq)) ? a : b;
}

function inOrder(a: OfficeKey, b: OfficeKey): number {
  if (a.office !== b.office) return a.office < b.office ? -1 : 1;
  return a.from.epoch - b.from.epoch || a.from.seq - b.from.seq;
}
