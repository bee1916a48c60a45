/**
 * The way to the rooms. A room that is not for this role is shown locked, not hidden: no mystery; but one that the law wants
 * nobody else to know of is not there at all.
 */
import { useLocation } from '@tanstack/react-router';
import { IconChevronsLeft, IconChevronsRight, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#renderer/client/office.ts';
import { mayCall, rolesOf } from '#renderer/client/permissions.ts';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { isHidden, roomAt, ROOMS, type Room } from '#renderer/app/rooms.ts';
import styles from './frame.module.css';

export interface RailProps {
  readonly narrow: boolean;
  /** Visitors can see the screen: no counts. */
  readonly isPublic: boolean;
  readonly onToggle: () => void;
}

export function Rail({ narrow, isPublic, onToggle }: RailProps) {
  const { t } = useTranslation('app');
  const me = useMe();
  const here = roomAt(useLocation({ select: (location) => location.pathname }));
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <ul>
        {ROOMS.filter((room: Room) => !isHidden(room, me.role)).map((room: Room) => (
          <RailItem
            key={room.path}
            room={room}
            current={here?.path === room.path}
            narrow={narrow}
            isPublic={isPublic}
          />
        ))}
      </ul>
      <button type="button" className={styles.railToggle} onClick={onToggle} title="Ctrl+B">
        {narrow ? (
          <IconChevronsRight size={18} aria-hidden="true" />
        ) : (
          <IconChevronsLeft size={18} aria-hidden="true" />
        )}
        <span className={narrow ? 'visually-hidden' : undefined}>
          {t(narrow ? 'rail.expand' : 'rail.collapse')}
        </span>
      </button>
    </nav>
  );
}

interface RailItemProps {
  readonly room: Room;
  readonly current: boolean;
  readonly narrow: boolean;
  readonly isPublic: boolean;
}

function RailItem({ room, current, narrow, isPublic }: RailItemProps) {
  const { t } = useTranslation(['app', 'client']);
  const me = useMe();
  const desk = useDesk();
  const toast = useToast();
  const may = mayCall(me.role, room.needs);
  const useCount = room.work?.useCount ?? useNoCount;
  const count = useCount();
  const words = t(room.word);
  const Sign = room.icon;
  const roles = rolesOf(room.needs).map((role) => t(`client:roles.${role}`));
  const press = () => {
    if (may) desk.go(room.path);
    else toast({ tone: 'failed', text: t('rail.closed', { room: words, roles: roles.join(' / ') }) });
  };
  return (
    <li data-apart={room.apart}>
      <button
        type="button"
        className={styles.railItem}
        aria-current={current ? 'page' : undefined}
        aria-disabled={!may}
        aria-keyshortcuts={room.keys}
        title={narrow ? words : undefined}
        onClick={press}
      >
        <Sign size={18} aria-hidden="true" />
        <span className={narrow ? 'visually-hidden' : styles.railWord}>{words}</span>
        {!narrow && !isPublic && room.work !== undefined && count > 0 && (
          <span className={styles.railCount}>{t(room.work.word, { count })}</span>
        )}
        {!narrow && !may && <IconLock size={14} className={styles.railCount} aria-hidden="true" />}
      </button>
    </li>
  );
}

function useNoCount(): number {
  return 0;
}
