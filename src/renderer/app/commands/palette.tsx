/** Ctrl+K: one box for everything that can be done here. Enter and arrows belong to the input method while it composes. */
import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#renderer/ui/basic/kbd.tsx';
import type { Command, Desk } from '#renderer/ui/keys/command.ts';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { NAMESPACES } from './namespaces.ts';
import styles from './commands.module.css';

export interface PaletteProps {
  readonly opened: boolean;
  readonly commands: readonly Command[];
  readonly role: string;
  readonly desk: Desk;
  readonly onClose: () => void;
}

export function Palette(props: PaletteProps) {
  const { t } = useTranslation('app');
  return (
    <Dialog opened={props.opened} title={t('palette.title')} onClose={props.onClose} width={640}>
      <PaletteBox {...props} />
    </Dialog>
  );
}

/** Commands that only lead here. */
const OPENS_THIS: readonly string[] = ['desk.palette', 'desk.find'];

function PaletteBox({ commands, role, desk, onClose }: PaletteProps) {
  const { t } = useTranslation(NAMESPACES);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useMemo(() => {
    const wanted = plain(typed);
    return commands
      .filter((command) => command.may(role) && !OPENS_THIS.includes(command.id))
      .map((command) => ({ command, words: command.words(t) }))
      .filter(({ words }) => plain(words).includes(wanted))
      .slice(0, 12);
  }, [commands, role, t, typed]);
  const at = Math.min(chosen, found.length - 1);

  const run = (command: Command) => {
    onClose();
    command.run(desk);
  };
  const press = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const one = found[at];
      if (one !== undefined) run(one.command);
    }
  };
  return (
    <div className={styles.palette} onKeyDown={press}>
      <input
        className={styles.box}
        type="text"
        role="combobox"
        aria-label={t('app:palette.label')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] === undefined ? undefined : `${id}-${at}`}
        aria-autocomplete="list"
        placeholder={t('app:palette.label')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-autofocus
      />
      {found.length === 0 ? (
        <p className={styles.none}>{t('app:palette.none', { typed })}</p>
      ) : (
        <div id={`${id}-list`} role="listbox" aria-label={t('app:palette.title')} className={styles.found}>
          {found.map(({ command, words }, index) => (
            <div
              key={command.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.option}
              onClick={() => run(command)}
              onMouseMove={() => setChosen(index)}
            >
              <span>{words}</span>
              {command.keys !== undefined && <Kbd keys={command.keys} />}
            </div>
          ))}
        </div>
      )}
      <p className={styles.hint}>{t('app:palette.hint')}</p>
    </div>
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[>\s]+|\s+$/gu, '')
    .toLowerCase();
}
