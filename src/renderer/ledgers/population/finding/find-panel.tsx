/** F3, Ctrl+K: one box for people, addresses, units and commands. What was typed is kept nowhere. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import type { PickOffer } from '#renderer/ui/keys/pick.ts';
import { FindBox } from './find-box.tsx';
import type { OfferedCommand, Peeked } from './find-lines.ts';
import { Peek, peekName } from './peek.tsx';

export interface FindPanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onGo: (path: string) => void;
  /** False: this role finds commands only. */
  readonly searches: boolean;
  /** The commands that a text means, best first. */
  readonly commandsFor: (text: string) => readonly OfferedCommand[];
  /** Begins a visit of somebody of this name; null where the role may not. */
  readonly onVisit: ((name: string) => void) | null;
  /** The form that is open and takes what is found. */
  readonly offer: PickOffer | null;
}

export function FindPanel(props: FindPanelProps) {
  const { opened, onClose, onGo, searches } = props;
  const { t } = useTranslation('find');
  const [peeked, setPeeked] = useState<Peeked | null>(null);
  const close = () => {
    setPeeked(null);
    onClose();
  };
  return (
    <>
      <Dialog opened={opened} title={searches ? t('title') : t('titleCommands')} onClose={close} width={720}>
        <FindBox {...props} onClose={close} peeking={peeked !== null} onPeek={setPeeked} />
      </Dialog>
      <SideDrawer
        opened={opened && peeked !== null}
        title={peeked === null ? '' : t('peek.person', { name: peekName(peeked) })}
        onClose={() => setPeeked(null)}
      >
        {peeked !== null && (
          <Peek
            line={peeked}
            onOpen={(path) => {
              close();
              onGo(path);
            }}
          />
        )}
      </SideDrawer>
    </>
  );
}
