/** One matter: what has to happen next, who is in it, what was done, and what was looked at. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Back } from '#renderer/record/back.tsx';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';
import { DeedDialog, type ChosenDeed } from '#renderer/ledgers/disputes/deeds/deed-dialog.tsx';
import { isDeedName } from '#renderer/ledgers/disputes/deeds/deed-kind.ts';
import { useShownDispute } from '#renderer/ledgers/disputes/shown-fields.ts';
import { AgreementCard } from './agreement-card.tsx';
import { BodiesCard } from './bodies-card.tsx';
import { DisputeHead } from './dispute-head.tsx';
import { AnswersCard, FactsCard } from './facts-card.tsx';
import { NarrativeCard } from './narrative-card.tsx';
import { PartiesCard } from './parties-card.tsx';
import { StepCard } from './step-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { VisitsCard } from './visits-card.tsx';

export function DisputePage() {
  const { t } = useTranslation(['disputeRecord', 'disputes']);
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/disputes/'.length) });
  const { queries } = useOffice();
  const dispute = useQuery(queries.disputes.open.queryOptions({ input: { id } }));
  return (
    <RecordQuery query={dispute} back={<Back to="/disputes">{t('disputes:title')}</Back>} none={t('none')}>
      {(found) => <Dispute key={id} dispute={found} />}
    </RecordQuery>
  );
}

function Dispute({ dispute }: { readonly dispute: DisputeRecord }) {
  const today = useOfficeDay();
  const show = useShownDispute();
  const asked = useAskedDeed(dispute);
  const [chosen, choose] = useState<ChosenDeed | null>(asked);
  return (
    <div className={shared.record}>
      <DisputeHead dispute={dispute} today={today} onRetire={() => choose({ deed: 'retire' })} />
      <div className={shared.columns}>
        <div className={shared.column}>
          <PartiesCard dispute={dispute} choose={choose} />
          <FactsCard dispute={dispute} onEdit={() => choose({ deed: 'amend' })} />
          <AnswersCard dispute={dispute} />
          <VisitsCard dispute={dispute} />
        </div>
        <div className={shared.column}>
          <StepCard dispute={dispute} today={today} choose={choose} />
          <NarrativeCard dispute={dispute} />
          <AgreementCard dispute={dispute} today={today} />
          <BodiesCard dispute={dispute} today={today} choose={choose} />
          <TimelineCard dispute={dispute} />
          <RecordHistory ledger="disputes" id={dispute.id} show={show} />
        </div>
      </div>
      <DeedDialog dispute={dispute} chosen={chosen} onClose={() => choose(null)} />
    </div>
  );
}

/** `/disputes/07-000012?deed=refer`, as the entry leads here: only where it can be done. */
function useAskedDeed({ deeds }: DisputeRecord): ChosenDeed | null {
  const name = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('deed') ?? '' });
  if (!isDeedName(name) || !deeds.includes(name)) return null;
  return { deed: name };
}
