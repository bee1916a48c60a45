// enrol: an office's key is trusted once the digits on both screens agree, and only by a keyset the root signs.
import { digitsOfKeyset, matchDigits, openEnrolment, type Enrolment, type OfficeKey } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { readRoot } from '#station/keys/key-ring.ts';
import { addKeyset } from '#station/keys/keysets.ts';
import { withOffice } from '#station/keys/office-intervals.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { epochAnew, withoutKey } from '#station/rescuing/enrol-anew.ts';
import { withStation } from '#station/station.ts';
import { digitsText, handOut } from './card.ts';
import { officeName } from './keys/office-name.ts';
import { renew } from './keys/renew.ts';
import type { Report } from './report-shape.ts';

export async function enrol(request: Request, io: StationIo): Promise<Report> {
  if (request.flag('renew')) return renew(request, io);
  const [file = ''] = request.words;
  const typed = request.option('digits') ?? refuse('digits-missing');
  const out = request.need('out');
  const opened = await openEnrolment(file);
  if (!opened.ok) refuseAs(opened);
  if (!matchDigits(opened.digits, typed)) refuse('digits-differ');
  const { enrolment } = opened;
  const name = officeName(request) ?? enrolment.name;
  return withStation(io, request.need('home'), async (station) => {
    const { home, keys, keysets, passphrase, store } = station;
    if (!enrolment.office.startsWith(`${keys.station}-`)) refuse('enrolment-elsewhere', enrolment.office);
    const known = keysets.current.offices.find((key) => key.sign === enrolment.sign);
    const anew = request.flag('anew') ? await epochAnew(station, enrolment.office) : null;
    const isNew = known === undefined || (anew !== null && known.from.epoch < anew);
    if (known !== undefined && !isSame(known, enrolment)) refuse('enrolment-conflict', enrolment.office);
    const current = isNew
      ? await addKeyset(
          home,
          await readRoot(request.option('root') ?? home.rootKey, keys, passphrase),
          withOffice(
            withoutKey(keysets.current, known),
            { ...enrolment, name, epoch: Math.max(anew ?? 1, enrolment.epoch) },
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
