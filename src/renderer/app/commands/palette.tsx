/** F3 and Ctrl+K: everything that can be found and done here, in one box. The office's commands, and who may search. */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { FindPanel } from '#renderer/ledgers/population/finding/find-panel.tsx';
import type { OfferedCommand } from '#renderer/ledgers/population/finding/find-lines.ts';
import { VISIT_LAYER } from '#renderer/ledgers/visitors/visitors-commands.ts';
import type { Command, Desk } from '#renderer/ui/keys/command.ts';
import type { PickOffer } from '#renderer/ui/keys/pick.ts';
import { NAMESPACES } from './namespaces.ts';

export interface PaletteProps {
  readonly opened: boolean;
  readonly commands: readonly Command[];
  readonly role: string;
  readonly desk: Desk;
  readonly offer: PickOffer | null;
  readonly onClose: () => void;
}

/** Commands that only lead here. */
const OPENS_THIS: readonly string[] = ['desk.palette', 'desk.find'];
/** Beside people and places, and where nothing else is looked for. */
const BESIDE = 3;
const ALONE = 12;

export function Palette({ opened, commands, role, desk, offer, onClose }: PaletteProps) {
  const { t } = useTranslation(NAMESPACES);
  const searches = mayCall(role, contract.search.find);
  const commandsFor = (typed: string): OfferedCommand[] => {
    const wanted = plain(typed);
    const alone = !searches || wanted === '' || /^\s*[>＞]/u.test(typed);
    return [...commands]
      .sort((a, b) => Number(isOfFrame(a)) - Number(isOfFrame(b)))
      .filter((command) => command.may(role) && !OPENS_THIS.includes(command.id))
      .map((command) => ({
        id: command.id,
        words: command.words(t),
        keys: command.keys ?? null,
        run: () => command.run(desk),
      }))
      .filter(({ words }) => plain(words).includes(wanted))
      .slice(0, alone ? ALONE : BESIDE);
  };
  return (
    <FindPanel
      opened={opened}
      onClose={onClose}
      onGo={(path) => desk.go(path)}
      searches={searches}
      commandsFor={commandsFor}
      onVisit={mayCall(role, contract.visitors.register) ? (name) => desk.open(VISIT_LAYER, name) : null}
      offer={offer}
    />
  );
}

/** Lock, back, light and dark come after the work: a hasty Enter must not lock. */
function isOfFrame({ id }: Command): boolean {
  return id.startsWith('desk.');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[>\s]+|\s+$/gu, '')
    .toLowerCase();
}
