import type { Command } from '#renderer/ui/keys/command.ts';

/** What the frame itself does; it brings the deeds, this gives them their words and keys. */
export interface DeskDeeds {
  readonly help: () => void;
  readonly palette: () => void;
  readonly rail: () => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly public: () => void;
  readonly scheme: (scheme: 'light' | 'dark') => void;
  readonly language: () => void;
}

const everybody = () => true;

export function deskCommands(deeds: DeskDeeds): readonly Command[] {
  return [
    {
      id: 'desk.lock',
      words: (t) => t('app:command.lock'),
      keys: 'Ctrl+L',
      may: everybody,
      run: (desk) => desk.lock(),
    },
    { id: 'desk.help', words: (t) => t('app:command.help'), keys: 'F1', may: everybody, run: deeds.help },
    {
      id: 'desk.palette',
      words: (t) => t('app:command.palette'),
      keys: 'Ctrl+K',
      may: everybody,
      run: deeds.palette,
    },
    {
      id: 'desk.find',
      words: (t) => t('app:command.find'),
      keys: 'F3',
      may: everybody,
      run: deeds.palette,
    },
    { id: 'desk.rail', words: (t) => t('app:command.rail'), keys: 'Ctrl+B', may: everybody, run: deeds.rail },
    {
      id: 'desk.back',
      words: (t) => t('app:command.back'),
      keys: 'Alt+ArrowLeft',
      may: everybody,
      run: deeds.back,
    },
    {
      id: 'desk.forward',
      words: (t) => t('app:command.forward'),
      keys: 'Alt+ArrowRight',
      may: everybody,
      run: deeds.forward,
    },
    {
      id: 'desk.public',
      words: (t) => t('app:command.public'),
      keys: 'F11',
      may: everybody,
      run: deeds.public,
    },
    {
      id: 'desk.light',
      words: (t) => t('app:command.light'),
      may: everybody,
      run: () => deeds.scheme('light'),
    },
    { id: 'desk.dark', words: (t) => t('app:command.dark'), may: everybody, run: () => deeds.scheme('dark') },
    { id: 'desk.language', words: (t) => t('app:command.language'), may: everybody, run: deeds.language },
  ];
}
