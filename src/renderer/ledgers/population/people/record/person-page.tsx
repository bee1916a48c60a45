/** One resident: what is known, what happened, who belongs to them, and who changed or looked at the record. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { OwnWishes } from '#renderer/record/person/own-wishes.tsx';
import { PersonFacts, type Section } from './person-facts.tsx';
import { Back, PersonHead } from './person-head.tsx';
import { PersonNotices } from './person-notices.tsx';
import { Related } from './related.tsx';
import { useShownFields } from './shown-fields.ts';
import { TimelineCard } from './timeline-card.tsx';
import { useWide } from './use-wide.ts';
import styles from './record.module.css';

/** From this width on three columns stand side by side. */
const WIDE = 1100;

export function PersonPage() {
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/population/'.length) });
  const { t } = useTranslation('person');
  const { queries } = useOffice();
  const words = useFailureWords();
  const person = useQuery(queries.residents.open.queryOptions({ input: { id } }));
  if (person.data !== undefined) return <Record key={id} person={person.data} />;
  if (person.error === null) return <SkeletonRows />;
  const failure = toFailure(person.error);
  return (
    <>
      <Back />
      {failure.code === 'missing' ? (
        <EmptyState why={t('record.none')} />
      ) : (
        <ErrorPanel words={words(failure)} />
      )}
    </>
  );
}

type Tab = 'timeline' | 'related';

function Record({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation('person');
  const show = useShownFields();
  const frame = useRef<HTMLDivElement>(null);
  const wide = useWide(frame, WIDE);
  const [editing, setEditing] = useState<Section | null>(null);
  const [tab, setTab] = useState<Tab>('timeline');
  return (
    <div className={styles.record} ref={frame}>
      <PersonHead person={person} />
      <PersonNotices person={person} onEdit={setEditing} />
      <OwnWishes id={person.id} name={person.name} present={person.outState === null} />
      <div className={styles.columns} data-wide={wide}>
        <div className={styles.facts}>
          <PersonFacts person={person} editing={editing} onEdit={setEditing} />
        </div>
        {wide ? (
          <>
            <TimelineCard person={person} titled />
            <Related person={person} titled />
          </>
        ) : (
          <div>
            <Tabs
              label={person.name}
              tabs={[
                { id: 'timeline', label: t('record.timeline') },
                { id: 'related', label: t('record.related') },
              ]}
              current={tab}
              onChange={setTab}
            />
            <TabPanel id={tab}>
              {tab === 'timeline' ? (
                <TimelineCard person={person} titled={false} />
              ) : (
                <Related person={person} titled={false} />
              )}
            </TabPanel>
          </div>
        )}
        <div className={styles.history}>
          <RecordHistory ledger="residents" id={person.id} show={show} />
        </div>
      </div>
    </div>
  );
}
