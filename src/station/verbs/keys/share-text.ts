// A share as it is printed: words for the person who keeps it, and five rows of digits. Everything else is repeated in them.
import { digitsOfShare, nameOf, NEEDED, SHARES, type Share } from '#station/keys/shares.ts';

const titles = {
  root: '根密钥 · root key',
  escrow: '备用密钥 · escrow key',
} as const;

/** Plain text, narrow enough for any printer. */
export function shareText(share: Share, madeOn: string): string {
  const { kind, station, id, number } = share;
  const rows = digitsOfShare(share).map((row) => `    ${row}\n`);
  return (
    `派出所密钥分片 · share of a station key\n\n` +
    `${titles[kind]}　派出所 ${station}　编号 ${id}　第 ${number} 份，共 ${SHARES} 份　制作 ${madeOn}\n` +
    `(${nameOf(share)})\n\n` +
    `${rows.join('')}\n` +
    `每行最后一组是校验：输错一位，程序会说出是哪一份的哪一行。\n` +
    `任何 ${NEEDED} 份合起来就是这把密钥；只有一份，什么也得不出来。\n` +
    `请封好，由专人保管；不拍照，不放在电脑里，不与另一份放在一处。\n\n` +
    `The last group of each row is its check: a mistyped digit is told by paper and row.\n` +
    `Any ${NEEDED} of the ${SHARES} give the key; one alone says nothing of it. Keep it sealed, by one person,\n` +
    `away from the others; no photograph, no copy on a computer.\n\n` +
    `npm run station -- shares join --home DIR --out FILE\n`
  );
}

export function shareFile({ kind, id, number }: Share): string {
  return `share-${kind}-${id}-${number}.txt`;
}
