/** Papers of the office: choose one, look at it, print it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { CardPaper } from './card-paper.tsx';
import { DoorNoticePaper } from './door-notice-paper.tsx';
import { HouseholdSheetPaper } from './household-sheet-paper.tsx';
import { PAPERS, readPaper, type PrintingSearch } from './printing-parts.ts';
import { PrivacyNoticePaper } from './privacy-notice-paper.tsx';
import styles from './printing.module.css';

export function PrintingPage() {
  const { t } = useTranslation('printing');
  const me = useMe();
  const navigate = useNavigate();
  const search = readPaper(useSearch({ strict: false }));
  const papers = mayCall(me.role, contract.papers.preview) ? PAPERS : PAPERS.slice(0, 1);
  const { paper } = search;
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
        <PaperOf search={search} />
      </TabPanel>
    </div>
  );
}

function PaperOf({ search }: { readonly search: PrintingSearch }) {
  switch (search.paper) {
    case 'household-sheet':
      return <HouseholdSheetPaper address={search.address} />;
    case 'door-notice':
      return <DoorNoticePaper />;
    case 'privacy-notice':
      return <PrivacyNoticePaper />;
    default:
      return <CardPaper />;
  }
}
