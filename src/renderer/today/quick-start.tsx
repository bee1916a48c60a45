import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { NEW_DISPUTE } from '#renderer/ledgers/disputes/disputes-commands.ts';
import { VISIT_LAYER } from '#renderer/ledgers/visitors/visitors-commands.ts';
import styles from './today.module.css';

/** What is begun most often, with its key. */
export function QuickStart() {
  const { t } = useTranslation('today');
  const desk = useDesk();
  return (
    <Card title={t('quick.title')}>
      <div className={styles.quick}>
        <Button kind="primary" size="desk" keys="F2" onClick={() => desk.open(VISIT_LAYER)}>
          {t('quick.visit')}
        </Button>
        <Button size="desk" keys="F4" onClick={() => desk.go(NEW_DISPUTE)}>
          {t('quick.dispute')}
        </Button>
        <Button size="desk" keys="Alt+2" onClick={() => desk.go('/visitors')}>
          {t('room.book')}
        </Button>
        <Button size="desk" keys="F6" onClick={() => desk.go('/printing')}>
          {t('quick.card')}
        </Button>
        <Button size="desk" keys="F8" onClick={() => desk.go('/weekly')}>
          {t('quick.weekly')}
        </Button>
      </div>
    </Card>
  );
}
