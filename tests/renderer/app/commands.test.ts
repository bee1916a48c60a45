import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandFor } from '#renderer/app/commands/key-board.ts';
import { deskCommands } from '#renderer/app/commands/desk-commands.ts';
import { NAMESPACES } from '#renderer/app/commands/namespaces.ts';
import { COMMANDS } from '#renderer/app/commands/registry.ts';
import { setLanguage, startLanguage } from '#renderer/app/language.ts';
import { ROLES } from '#shared/kernel/role.ts';

const nothing = () => undefined;
const ALL = [
  ...deskCommands({
    help: nothing,
    palette: nothing,
    rail: nothing,
    back: nothing,
    forward: nothing,
    public: nothing,
    scheme: nothing,
    language: nothing,
  }),
  ...COMMANDS,
];

/** Keys by which Chinese input methods switch, half or full width, and simplified or traditional. */
const INPUT_METHOD = ['Ctrl+ ', 'Shift', 'Ctrl+.', 'Shift+ ', 'Ctrl+Shift+F'];

describe('the commands of the office', () => {
  beforeAll(startLanguage);

  it('are each there once', () => {
    const ids = ALL.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never share a key', () => {
    const keys = ALL.flatMap((command) => command.keys ?? []);
    expect(keys.length).toBeGreaterThan(8);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('never take a single letter or digit, nor a key of the input method', () => {
    for (const { keys } of ALL) {
      if (keys === undefined) continue;
      expect(keys).toMatch(/^(F\d{1,2}|(Ctrl|Alt)\+.+)$/u);
      expect(INPUT_METHOD).not.toContain(keys);
    }
  });

  it('have words in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      setLanguage(language);
      await i18next.changeLanguage(language);
      const t = i18next.getFixedT(language, NAMESPACES);
      for (const command of ALL) expect(command.words(t)).not.toMatch(/^$|^\w+:|\w\.\w/u);
    }
  });

  it('answer a key only to a role that may', () => {
    expect(commandFor('Alt+2', ALL, 'auxiliary')?.id).toBe('go.visitors');
    expect(commandFor('Alt+2', ALL, 'administrator')).toBeNull();
    for (const role of ROLES) expect(commandFor('Ctrl+L', ALL, role)?.id).toBe('desk.lock');
    expect(commandFor('Ctrl+Q', ALL, 'officer')).toBeNull();
  });
});
