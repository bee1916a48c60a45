/** One visit: what is known of it, what is owed, and who changed or looked at it. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { keepsContent } from '#shared/ledgers/visitors.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { shortMoment } from '#renderer/ui/basic/moment.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { DueChip } from '#renderer/ledgers/visitors/due-chip.tsx';
import { useLeave } from '#renderer/ledgers/visitors/visit-deeds.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import { StateChip } from '#renderer/ledgers/visitors/visitors-columns.tsx';
import { useShownVisit } from './field-words.ts';
import { RetireVisit } from './retire-visit.tsx';
import { VisitReply } from './visit-reply.tsx';
import { HandlingSection, MatterSection, PersonSection } from './visit-sections.tsx';
import styles from './record.module.css';

export function VisitPage() {
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/visitors/'.length) });
  const { t } = useTranslation('visitors');
  const { queries } = useOffice();
  const words = useFailureWords();
  const visit = useQuery(queries.visitors.open.queryOptions({ input: { id } }));
  if (visit.data !== undefined) return <Record key={id} visit={visit.data} />;
  if (visit.error === null) return <SkeletonRows />;
  const failure = toFailure(visit.error);
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

function Record({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('visitors');
  const today = useOfficeDay();
  const words = useVisitWords();
  const leave = useLeave();
  const show = useShownVisit();
  const desk = useDesk();
  const me = useMe();
  const mayTurn =
    keepsContent(visit) && visit.result !== 'to-dispute' && mayCall(me.role, contract.disputes.register);
  return (
    <div className={styles.record}>
      <header className={styles.head}>
        <Back />
        <h1>{words.name(visit)}</h1>
        <span className={styles.matter}>{words.matter(visit.matter)}</span>
        <StateChip state={visit.state} />
        <DueChip visit={visit} today={today} />
        <span className={styles.headEnd}>
          {visit.leftAt === null ? (
            <>
              <Chip tone="blue">{t('record.inRoom', { time: shortMoment(visit.arrivedAt, today) })}</Chip>
              <Button onClick={() => leave(visit)}>{t('record.leave')}</Button>
            </>
          ) : (
            <span>{t('record.left', { time: shortMoment(visit.leftAt, today) })}</span>
          )}
          {mayTurn && (
            <Button onClick={() => desk.go(`/disputes/new?visit=${visit.id}`)}>
              {t('record.toDispute')}
            </Button>
          )}
          <RetireVisit visit={visit} />
        </span>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <PersonSection visit={visit} today={today} />
          <MatterSection visit={visit} today={today} />
        </div>
        <div className={styles.column}>
          <VisitReply visit={visit} />
          <HandlingSection visit={visit} today={today} />
          <RecordHistory ledger="visitors" id={visit.id} show={show} />
        </div>
      </div>
    </div>
  );
}

function Back() {
  const { t } = useTranslation('visitors');
  const desk = useDesk();
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<IconArrowLeft size={16} aria-hidden="true" />}
      onClick={() => desk.go('/visitors')}
    >
      {t('record.back')}
    </Button>
  );
}
