// What a recovered station has of each office and what it lacks: by office and range, in words that are said before and after.
import type { HeldRange, ReceiptEcho } from '#bundle-format';
import type { Station } from '#station/station.ts';

export interface OfficeStand {
  readonly office: string;
  readonly name: string;
  /** Where its log stands here, epoch by epoch. */
  readonly holds: readonly { readonly epoch: number; readonly n: number }[];
  /** Lines that were confirmed to the office and are not here. */
  readonly again: readonly HeldRange[];
  /** Lines that files at hand wait for. */
  readonly waits: readonly HeldRange[];
}

/** `echoes`: the receipts that the offices' own bundles say they hold. Offices without any bundle stand here with nothing. */
export async function standsOf(
  { store, keysets }: Pick<Station, 'store' | 'keysets'>,
  echoes: ReadonlyMap<string, readonly ReceiptEcho[]>,
): Promise<readonly OfficeStand[]> {
  const names = new Map(keysets.current.offices.map(({ office, name }) => [office, name]));
  const held = await store.holds();
  const stands: OfficeStand[] = [];
  for (const [office, name] of names) {
    const holds = (await store.epochsOf(office)).map(({ epoch, n }) => ({ epoch, n }));
    const waits = held.flatMap((file) =>
      file.office === office && file.missing !== null ? [file.missing] : [],
    );
    const again = confirmedBeyond(holds, newestOf(echoes.get(office) ?? []));
    stands.push({ office, name, holds, again, waits: waits.flatMap((range) => beyond(holds, range)) });
  }
  return stands;
}

function newestOf(echoes: readonly ReceiptEcho[]): ReceiptEcho | null {
  const [newest = null] = echoes.toSorted((a, b) => b.station_epoch - a.station_epoch || b.seq - a.seq);
  return newest;
}

function confirmedBeyond(holds: OfficeStand['holds'], echo: ReceiptEcho | null): readonly HeldRange[] {
  return Object.entries(echo?.confirmed ?? {}).flatMap(([epoch, to]) =>
    beyond(holds, { epoch: Number(epoch), from: 1, to }),
  );
}

/** What of a range is not held; a file says what it waited for when it was read, and some of that may have come since. */
function beyond(holds: OfficeStand['holds'], { epoch, from, to }: HeldRange): readonly HeldRange[] {
  const n = holds.find((row) => row.epoch === epoch)?.n ?? 0;
  return to > n ? [{ epoch, from: Math.max(from, n + 1), to }] : [];
}

export function standsText(stands: readonly OfficeStand[]): string {
  return stands.length === 0
    ? '    没有登记过单位 · no office is enrolled\n'
    : stands.map(standText).join('');
}

function standText({ office, name, holds, again, waits }: OfficeStand): string {
  const here = holds.map(({ epoch, n }) => `${epoch}/1–${n}`).join('、');
  const lacks = [...again, ...waits].map(rangeText);
  return (
    `    ${office} ${name}：` +
    (here === '' ? '没有任何记录 · nothing is here' : `有 · here ${here}`) +
    (lacks.length === 0 ? '' : `；缺，由单位重报 · missing, sent again ${[...new Set(lacks)].join('、')}`) +
    '\n'
  );
}

const rangeText = ({ epoch, from, to }: HeldRange): string => `${epoch}/${from}–${to}`;

/** What only the store knew. Its file stays, so whoever finds the former key still reads it. */
export const GONE =
  '随数据库失去、无法重建的 · gone with the store, and not rebuilt:\n' +
  '    单位还没有取走的答复（pending 会再列出，重新答复）、派单、通知、更正建议（重新下发）\n' +
  '    answers no office has taken yet (pending lists them again), orders, texts, corrections (send again)\n' +
  '    调阅记录、具名接收、丢失盘登记、每个文件的接收经过、全量核对的结论\n' +
  '    the log of looks, admissions, lost sticks, when each file came, what snapshots came to\n' +
  '    收件箱里没有的包：回执会如实降低，单位自行重报\n' +
  '    bundles that are not in the inbox: receipts say so, and the offices send them again\n';

export const KEPT = '数据库原样保留，不重复接收 · the store stays as it is; nothing is received twice\n';
