// offices: who is enrolled, with which key, from which bundle to which.
import { digitsOf, fingerprintOf } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { unlockKeys } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from './report-shape.ts';

export async function offices(request: Request, io: StationIo): Promise<Report> {
  const { keys, keysets } = await unlockKeys(io, request.need('home'));
  const rows = keysets.current.offices.map(({ office, name, sign, box, from, to }) => ({
    office,
    name,
    key: fingerprintOf(sign),
    digits: digitsOf([sign, box]),
    from,
    to,
  }));
  return {
    exit: 'done',
    body: { station: keys.station, name: keys.name, keyset: keysets.current.version, offices: rows },
    text: tableText([
      ['单位', '名称', '自', '至', '数字'],
      ...rows.map(({ office, name, from, to, digits }) => [
        office,
        name,
        `${from.epoch}/${from.seq}`,
        to === null ? '使用中' : `${to.epoch}/${to.seq}`,
        digits.join(' '),
      ]),
    ]),
  };
}
