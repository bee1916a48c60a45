import { describe, expect, it } from 'vitest';
import { createSignalReader } from '#main/shell/linux-session.ts';

/** As `dbus-monitor` prints a signal: its head, then its argument. */
const signal = (member: string, argument?: string) => [
  `signal time=1764.5 sender=:1.5 -> destination=(null destination) serial=9 path=/org/x; interface=org.x; member=${member}`,
  ...(argument === undefined ? [] : [`   ${argument}`]),
];

function hear(...lines: string[]): string[] {
  const left: string[] = [];
  const read = createSignalReader((reason) => left.push(reason));
  for (const line of lines) read(line);
  return left;
}

describe('on Linux the office hears that the person leaves', () => {
  it('when the session is locked', () => {
    expect(hear(...signal('Lock'))).toEqual(['screen']);
  });

  it('when a screen saver comes on, but not when it goes', () => {
    expect(hear(...signal('ActiveChanged', 'boolean true'))).toEqual(['screen']);
    expect(hear(...signal('ActiveChanged', 'boolean false'))).toEqual([]);
  });

  it('before the PC sleeps or shuts down, but not when it wakes', () => {
    expect(hear(...signal('PrepareForSleep', 'boolean true'))).toEqual(['suspend']);
    expect(hear(...signal('PrepareForShutdown', 'boolean true'))).toEqual(['suspend']);
    expect(hear(...signal('PrepareForSleep', 'boolean false'))).toEqual([]);
  });

  it('and takes nothing else for it', () => {
    expect(hear(...signal('NameAcquired', 'string ":1.7"'), '   boolean true')).toEqual([]);
    expect(hear('   boolean true', '', 'garbage')).toEqual([]);
    expect(hear(...signal('ActiveChanged'), ...signal('NameLost', 'boolean true'))).toEqual([]);
  });
});
