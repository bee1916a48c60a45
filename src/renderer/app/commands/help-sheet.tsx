/** F1: the keys of this screen and of every screen, drawn from the same commands that answer them. */
import { useTranslation } from 'react-i18next';
import { Kbd } from '#renderer/ui/basic/kbd.tsx';
import type { Command } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { NAMESPACES } from './namespaces.ts';
import styles from './commands.module.css';

export interface HelpSheetProps {
  readonly opened: boolean;
  /** The name of the screen it is for. */
  readonly screen: string;
  readonly role: string;
  readonly screenCommands: readonly Command[];
  readonly officeCommands: readonly Command[];
  readonly onClose: () => void;
}

/** Keys that the form shell and the ledger table answer by themselves. */
const FORM_KEYS = [
  ['Enter', 'next'],
  ['Ctrl+Enter', 'saveNext'],
  ['Ctrl+S', 'save'],
  ['0–9', 'digit'],
  ['Esc', 'close'],
] as const;
const LIST_KEYS = [
  ['↑ ↓', 'rows'],
  ['Home End', 'ends'],
  ['PgUp PgDn', 'pages'],
  ['Enter', 'open'],
  ['Ctrl+Z', 'undo'],
] as const;

export function HelpSheet({ opened, screen, role, screenCommands, officeCommands, onClose }: HelpSheetProps) {
  const { t } = useTranslation(NAMESPACES);
  const rowsOf = (commands: readonly Command[]) =>
    commands.flatMap((command): Row[] =>
      command.keys !== undefined && command.may(role) ? [[command.keys, command.words(t)]] : [],
    );
  return (
    <Dialog opened={opened} title={t('app:help.title', { screen })} onClose={onClose} width={720}>
      <div className={styles.sheet}>
        <Section title={t('app:help.screen')} rows={rowsOf(screenCommands)} />
        <Section title={t('app:help.office')} rows={rowsOf(officeCommands)} />
        <Section
          title={t('app:help.form')}
          rows={FORM_KEYS.map(([keys, word]) => [keys, t(`app:help.keys.${word}`)])}
        />
        <Section
          title={t('app:help.list')}
          rows={LIST_KEYS.map(([keys, word]) => [keys, t(`app:help.keys.${word}`)])}
        />
      </div>
    </Dialog>
  );
}

type Row = readonly [keys: string, words: string];

function Section({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.keys}>
        {rows.map(([keys, words]) => (
          <div key={keys + words}>
            <dt>
              <Kbd keys={keys} />
              <span className="visually-hidden">{keys}</span>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
