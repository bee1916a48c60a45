/** One request: what is asked, until when, and how it was answered. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { REQUEST_ARTICLES } from '#shared/ledgers/rights/requests.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import shared from '#renderer/record/record.module.css';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { AnswerDue, OutcomeChip } from '#renderer/ledgers/rights/chips.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AnswerFacts } from './answer-facts.tsx';
import { RequestPapers } from './request-papers.tsx';
import { RetireRequest } from './retire-request.tsx';
import { WhereDone } from './where-done.tsx';

export function RequestPage() {
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/rights/'.length) });
  const { t } = useTranslation('rights');
  const { queries } = useOffice();
  const query = useQuery(queries.rights.open.queryOptions({ input: { id } }));
  return (
    <RecordQuery query={query} back={<Back to="/rights">{t('title')}</Back>} none={t('record.none')}>
      {(request) => <Request key={request.revision} request={request} />}
    </RecordQuery>
  );
}

function Request({ request }: { readonly request: RightsRow }) {
  const { t } = useTranslation('rights');
  const me = useMe();
  const today = useOfficeDay();
  const answered = request.answeredOn !== null;
  return (
    <div className={shared.record}>
      <header className={shared.head}>
        <Back to="/rights">{t('title')}</Back>
        <h1>
          {t(`kinds.${request.kind}`)} · {request.name}
        </h1>
        <OutcomeChip outcome={request.outcome} />
        <AnswerDue request={request} today={today} />
        <span className={shared.soft}>{request.id}</span>
        {request.synthetic && <Chip tone="grey">{t('synthetic')}</Chip>}
        <span className={shared.headEnd}>
          <RequestPapers request={request} today={today} />
          {!answered && mayCall(me.role, contract.rights.retire) && <RetireRequest request={request} />}
        </span>
      </header>
      <div className={shared.columns}>
        <div className={shared.column}>
          <Asked request={request} />
        </div>
        <div className={shared.column}>
          {answered ? (
            <AnswerFacts request={request} />
          ) : mayCall(me.role, contract.rights.answer) ? (
            <AnswerForm request={request} />
          ) : (
            <Notice tone="grey">{t('record.waits', { day: request.dueOn })}</Notice>
          )}
        </div>
      </div>
    </div>
  );
}

function Asked({ request }: { readonly request: RightsRow }) {
  const { t } = useTranslation('rights');
  return (
    <Card title={t('record.asked')}>
      <Facts
        facts={[
          { label: t('fields.kind'), value: t(`kinds.${request.kind}`) },
          { label: t('fields.asks'), value: request.asks },
          { label: t('record.by'), value: REQUEST_ARTICLES[request.kind] },
          { label: t('fields.name'), value: `${request.name} · ${t(`requesters.${request.requester}`)}` },
          { label: t('fields.phone'), value: request.phoneMasked },
          { label: t('fields.receivedOn'), value: request.receivedOn },
          { label: t('fields.dueOn'), value: request.dueOn },
          { label: t('fields.registeredBy'), value: request.registeredByName },
          { label: t('fields.resident'), value: <WhereDone request={request} /> },
        ]}
      />
    </Card>
  );
}
