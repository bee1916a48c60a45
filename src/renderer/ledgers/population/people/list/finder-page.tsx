/** Where an auxiliary begins: no list of names, but everything that finds one person or one door. */
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Kbd } from '#renderer/ui/basic/kbd.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './list.module.css';

/** What can be typed, in the order of how often it is. */
const WAYS = ['byName', 'byTail', 'byPhone', 'byNumber', 'byDoor', 'several'] as const;

export function FinderPage() {
  const { t } = useTranslation(['peopleList', 'people']);
  const desk = useDesk();
  return (
    <div className={styles.finder}>
      <PageTitle title={t('people:title')} />
      <button type="button" className={styles.find} aria-keyshortcuts="F3" onClick={() => desk.find()}>
        <IconSearch size={20} aria-hidden="true" />
        <span>{t('finder.box')}</span>
        <Kbd keys="F3" />
      </button>
      <Notice tone="violet">{t('finder.why')}</Notice>
      <div className={styles.ways}>
        <Card title={t('finder.byBuilding')}>
          <p className={styles.way}>{t('finder.byBuildingHow')}</p>
          <Button onClick={() => desk.go('/places')}>{t('finder.byBuilding')}</Button>
        </Card>
        <Card title={t('finder.add')}>
          <p className={styles.way}>{t('finder.addHow')}</p>
          <Button kind="primary" keys="Alt+N" onClick={() => desk.go('/population/new')}>
            {t('finder.add')}
          </Button>
        </Card>
      </div>
      <Card title={t('finder.how')}>
        <dl className={styles.how}>
          {WAYS.flatMap((way) => [
            <dt key={way}>{t(`finder.${way}`)}</dt>,
            <dd key={`${way} how`}>{t(`finder.${way}How`)}</dd>,
          ])}
        </dl>
      </Card>
    </div>
  );
}
