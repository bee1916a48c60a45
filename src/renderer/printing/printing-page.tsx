/** Papers of the office: choose one, look at it, print it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { PAPER_SCREENS } from './paper-screens.tsx';
import { PAPERS, readPaper } from './printing-parts.ts';
import styles from './printing.module.css';

export function PrintingPage() {
  const { t } = useTranslation('printing');
  const me = useMe();
  const navigate = useNavigate();
  const search = readPaper(useSearch({ strict: false }));
  const papers = PAPERS.filter((id) => mayCall(me.role, PAPER_SCREENS[id].needs));
  const { paper } = search;
  const { Screen } = PAPER_SCREENS[paper];
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} />
      <Tabs
        label={t('title')}
        tabs={papers.map((id) => ({ id, label: t(`papers.${id}`) }))}
        current={paper}
        onChange={(next) => void navigate({ to: '/printing', search: { paper: next }, replace: true })}
      />
      <TabPanel id={paper}>
        <Screen search={search} />
      </TabPanel>
    </div>
  );
}
