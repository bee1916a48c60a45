// stick: makes a USB stick one of the station's own, so that offices recognise it by themselves.
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  isStickSerial,
  readStickMarker,
  refusalOf,
  stickNames,
  writeStickMarker,
  type StickMarker,
} from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { unlockKeys } from '#station/station.ts';
import type { Report } from './report-shape.ts';

export async function stick(request: Request, io: StationIo): Promise<Report> {
  const to = resolve(request.need('to'));
  const serial = request.option('serial');
  if (serial !== null && !isStickSerial(serial)) refuse('usage', '--serial: 1 to 16 characters, no spaces');
  if (!existsSync(to) || !statSync(to).isDirectory()) refuseAs(refusalOf('E101', '', to));
  const { keys, keysets } = await unlockKeys(io, request.need('home'));
  const held = await readStickMarker(to, { station: keys.station, sign: keysets.current.sign });
  if (!('ok' in held)) return kept(held, serial, to);
  const id = randomBytes(8).toString('hex');
  const marker: StickMarker = {
    format: 'jwb-stick',
    v: 1,
    station: keys.station,
    id,
    serial: serial ?? id.slice(0, 4).toUpperCase(),
    created: io.clock.now(),
  };
  const written = await writeStickMarker(to, keys.sign, marker);
  if (!written.ok) refuseAs(written);
  return said(marker, to, true);
}

/** One of ours already. Another serial would need another marker, and nothing on a stick is overwritten. */
function kept(held: StickMarker, serial: string | null, to: string): Report {
  if (serial !== null && serial !== held.serial)
    refuseAs(refusalOf('E903', stickNames.marker, `the stick is ${held.serial}`));
  return said(held, to, false);
}

function said({ station, id, serial }: StickMarker, to: string, isNew: boolean): Report {
  const what = isNew
    ? '已登记为上报盘 · enrolled'
    : '已是上报盘，未改动 · enrolled before; nothing was changed';
  return {
    exit: 'done',
    body: { station, stick: id, serial, isNew, file: join(to, stickNames.root, stickNames.marker) },
    text: `${what}: ${serial}\n    请把编号写在盘上 · write the number on the stick\n`,
  };
}
