// card: the station's keyset for an office to pin, and the digits both sides compare.
import { mkdirSync } from 'node:fs';
import { digitsOfKeyset, placeFile } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import type { Keysets } from '#station/keys/keysets.ts';
import { refuseAs } from '#station/refusal.ts';
import { unlockKeys } from '#station/station.ts';
import { qrText } from '#station/terminal-qr.ts';
import type { Report } from './report-shape.ts';

export async function card(request: Request, io: StationIo): Promise<Report> {
  const out = request.need('out');
  const { keys, keysets } = await unlockKeys(io, request.need('home'));
  const digits = digitsOfKeyset(keysets.current);
  const written = await handOut(keysets, out);
  return {
    exit: 'done',
    body: { station: keys.station, name: keys.name, digits, keyset: keysets.current.version, file: written },
    text: `密钥单第 ${keysets.current.version} 版 · keyset: ${written}\n\n${digitsText(digits)}`,
  };
}

/** Copies the newest keyset into a folder, under the name that is its hash; answers where it lies. */
export async function handOut({ path }: Keysets, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const placed = await placeFile(path, folder);
  if (!placed.ok) refuseAs(placed);
  return placed.path;
}

/** Two lines of four groups, which are read aloud over the telephone, and the same for a scanner. */
export function digitsText(digits: readonly string[]): string {
  const [first, second] = [digits.slice(0, 4).join(' '), digits.slice(4).join(' ')];
  return `核对数字（与对方屏幕逐组核对）· compare group by group:\n    ${first}\n    ${second}\n\n${qrText(digits)}\n\n`;
}
