// Which of the station's two changeable keys a verb is about, and the offices it still waits for.
import type { Request } from '#station/arguments.ts';
import type { OfficeEcho } from '#station/keys/echo.ts';
import { refuse } from '#station/refusal.ts';

/** Null where neither was named. */
export function whichKey(request: Request): 'op' | 'sign' | null {
  const [op, sign] = [request.flag('op'), request.flag('sign')];
  if (op && sign) refuse('usage', '--op or --sign, one after the other');
  return op ? 'op' : sign ? 'sign' : null;
}

export function officesText(waiting: readonly OfficeEcho[]): string {
  if (waiting.length === 0) return '各单位都已用上，可以 retire · every office uses it: retire may follow\n';
  const rows = waiting.map(({ office, name, keyset }) => {
    const said =
      keyset === null ? '还没有数据包 · no bundle yet' : `仍用第 ${keyset} 版 · still on ${keyset}`;
    return `    ${office} ${name}：${said}\n`;
  });
  return `还没有用上的单位 · offices that do not use it yet:\n${rows.join('')}`;
}
