// stick: makes a USB stick one of the station's own, so that offices recognise it by themselves.
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isStickSerial, refusalOf, stickNames, writeStickMarker, type StickMarker } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import { ownMarker, seeToStick, stickText, type StickFacts } from '#station/keys/stick-affairs.ts';
import { withStation, type Station } from '#station/station.ts';
import { loseStick } from './keys/lost-stick.ts';
import type { Report } from './report-shape.ts';

export async function stick(request: Request, io: StationIo): Promise<Report> {
  const lost = request.option('lost');
  if (lost !== null) return loseStick(request, io, lost);
  const to = resolve(request.need('to'));
  const serial = request.option('serial');
  if (serial !== null && !isStickSerial(serial)) refuse('usage', '--serial: 1 to 16 characters, no spaces');
  if (!existsSync(to) || !statSync(to).isDirectory()) refuseAs(refusalOf('E101', '', to));
  return withStation(io, request.need('home'), (station) => enrolStick(station, to, serial));
}

async function enrolStick(station: Station, to: string, serial: string | null): Promise<Report> {
  const { keys, clock } = station;
  const held = await ownMarker(station, to);
  if (held !== null) return kept(held, serial, to, await seeToStick(station, to));
  const id = randomBytes(8).toString('hex');
  const marker: StickMarker = {
    format: 'jwb-stick',
    v: 1,
    station: keys.station,
    id,
    serial: serial ?? id.slice(0, 4).toUpperCase(),
    created: clock.now(),
  };
  const written = await writeStickMarker(to, keys.sign, marker);
  if (!written.ok) refuseAs(written);
  return said(marker, to, true, null);
}

/** One of ours already. Another serial would need another marker, and nothing on a stick is overwritten. */
function kept(held: StickMarker, serial: string | null, to: string, facts: StickFacts | null): Report {
  if (serial !== null && serial !== held.serial)
    refuseAs(refusalOf('E903', stickNames.marker, `the stick is ${held.serial}`));
  return said(held, to, false, facts);
}

function said(
  { station, id, serial }: StickMarker,
  to: string,
  isNew: boolean,
  facts: StickFacts | null,
): Report {
  const what = isNew
    ? '已登记为上报盘 · enrolled'
    : '已是上报盘，未改动 · enrolled before; nothing was changed';
  return {
    exit: 'done',
    body: {
      station,
      stick: id,
      serial,
      isNew,
      renewed: facts?.renewed ?? false,
      file: join(to, stickNames.root, stickNames.marker),
    },
    text: `${what}: ${serial}\n    请把编号写在盘上 · write the number on the stick\n${stickText(facts)}`,
  };
}
