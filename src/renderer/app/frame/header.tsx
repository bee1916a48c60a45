import { IconLock, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { useDeeds } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { Kbd } from '#renderer/ui/basic/kbd.tsx';
import { Lamp } from '#renderer/ui/basic/lamp.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './frame.module.css';

export interface HeaderProps {
  readonly onSearch: () => void;
}

/** The night-blue bar: the lamp, the office, one box to find things, who is on duty, lock. */
export function Header({ onSearch }: HeaderProps) {
  const { t } = useTranslation(['app', 'client']);
  const { session } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const { running } = useDeeds();
  return (
    <header className={styles.header} data-ground="night">
      <Lamp state={running > 0 ? 'ring' : 'steady'} />
      <span className={styles.office}>{session.officeName}</span>
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K F3">
        <IconSearch size={16} aria-hidden="true" />
        <span>{mayCall(me.role, contract.search.find) ? t('header.find') : t('header.search')}</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <span className={styles.duty}>
        {t('header.duty', { name: me.name, role: t(`client:roles.${me.role}`) })}
      </span>
      <button type="button" className={styles.lock} onClick={() => desk.lock()} aria-keyshortcuts="Control+L">
        <IconLock size={16} aria-hidden="true" />
        {t('header.lock')}
        <Kbd keys="Ctrl+L" />
      </button>
    </header>
  );
}
