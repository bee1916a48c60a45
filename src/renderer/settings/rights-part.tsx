/** Who may do what, drawn from the contract that the office enforces: it cannot say anything else. */
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '#shared/kernel/role.ts';
import { listPermissions, type Permission } from '#renderer/client/permissions.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import styles from './settings.module.css';

export function RightsPart() {
  const { t, i18n } = useTranslation(['settings', 'client']);
  /** The key is made of names of the contract, and call-words.ts has every one of them. */
  const wordsOf = ({ room, verb }: Permission): string => i18n.t(`settings:calls.${room}.${verb}`);
  return (
    <Card title={t('parts.rights')}>
      <p>{t('rights.lead')}</p>
      <table className={styles.rights}>
        <thead>
          <tr>
            <th scope="col">{t('rights.deed')}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {t(`client:roles.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listPermissions().map((permission) => (
            <tr key={`${permission.room}.${permission.verb}`}>
              <th scope="row">
                {wordsOf(permission)}{' '}
                {permission.witnessed && <Chip tone="violet">{t('rights.witnessed')}</Chip>}
              </th>
              {ROLES.map((role) => (
                <td key={role}>
                  {permission.roles.includes(role) ? (
                    <IconCheck size={16} role="img" aria-label={t('rights.yes')} />
                  ) : (
                    <span aria-label={t('rights.no')}>—</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
