/** Deeds that ask for nothing, for a reason, for a day or for a number. */
import { useTranslation } from 'react-i18next';
import type { DeedDone } from '#shared/contract/disputes/deeds.ts';
import { FOLLOW_UP_DAYS } from '#shared/ledgers/disputes/machine.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { STAGE_RULES } from '#shared/ledgers/disputes/stages.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import {
  DeedForm,
  type Change,
  type DeedFormProps,
  type DeedProps,
} from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { OfficerField } from './officer-field.tsx';

/** As long as the office takes. */
export const REASON_MAX = 100;
export const RECEIPT_MAX = 50;

type Deed = DeedFormProps<object>['deed'];

interface ConfirmDeedProps extends DeedProps {
  readonly deed: Deed;
  readonly why: string;
  readonly send: (change: Change) => Promise<DeedDone>;
}

function ConfirmDeed({ why, send, ...deed }: ConfirmDeedProps) {
  return (
    <DeedForm {...deed} initial={{}} send={(change) => send(change)}>
      {() => <p>{why}</p>}
    </DeedForm>
  );
}

export function AdviseCourt(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return <ConfirmDeed {...props} deed="adviseCourt" why={t('courtWhy')} send={client.disputes.adviseCourt} />;
}

export function SettleThemselves(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return (
    <ConfirmDeed
      {...props}
      deed="settleThemselves"
      why={t('settleWhy')}
      send={client.disputes.settleThemselves}
    />
  );
}

export function Archive(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return <ConfirmDeed {...props} deed="archive" why={t('archiveWhy')} send={client.disputes.archive} />;
}

interface ReasonDeedProps extends DeedProps {
  readonly deed: Deed;
  readonly why?: string;
  readonly send: (change: Change & { readonly reason: string }) => Promise<DeedDone>;
}

export function ReasonDeed({ why, send, ...deed }: ReasonDeedProps) {
  const { t } = useTranslation('disputeDeeds');
  return (
    <DeedForm
      {...deed}
      initial={{ reason: '' }}
      required={['reason']}
      send={(change, { reason }) => send({ ...change, reason })}
    >
      {(form) => (
        <>
          {why !== undefined && <p>{why}</p>}
          <TextField {...form.field('reason')} label={t('reason')} maxLength={REASON_MAX} autoFocus />
        </>
      )}
    </DeedForm>
  );
}

export function Withdraw(props: DeedProps) {
  const { client } = useOffice();
  return <ReasonDeed {...props} deed="withdraw" send={client.disputes.withdraw} />;
}

export function ReportBreach(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return (
    <ReasonDeed {...props} deed="reportBreach" why={t('breachWhy')} send={client.disputes.reportBreach} />
  );
}

export function Reopen(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return <ReasonDeed {...props} deed="reopen" why={t('reopenWhy')} send={client.disputes.reopen} />;
}

export function Transfer(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const asks = useAsksOfficer(props);
  return (
    <DeedForm
      {...props}
      deed="transfer"
      initial={{ reason: '', officer: props.dispute.officer?.id ?? null }}
      required={asks ? ['reason', 'officer'] : ['reason']}
      send={(change, values) => client.disputes.transfer({ ...change, ...values })}
    >
      {(form) => (
        <>
          <p>{t('transferWhy')}</p>
          <TextField {...form.field('reason')} label={t('reason')} maxLength={REASON_MAX} autoFocus />
          {asks && <OfficerField form={form} />}
        </>
      )}
    </DeedForm>
  );
}

export function ReportViolence(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const asks = useAsksOfficer(props);
  return (
    <DeedForm
      {...props}
      deed="reportViolence"
      initial={{ officer: props.dispute.officer?.id ?? null }}
      required={asks ? ['officer'] : []}
      send={(change, values) => client.disputes.reportViolence({ ...change, ...values })}
    >
      {(form) => (
        <>
          <Notice tone="violet">{t('violenceWhy')}</Notice>
          {asks && <OfficerField form={form} />}
        </>
      )}
    </DeedForm>
  );
}

/** An auxiliary who hands over a matter that no officer has yet says who takes it. */
function useAsksOfficer({ dispute }: Pick<DeedProps, 'dispute'>): boolean {
  const me = useMe();
  return me.role !== 'officer' && STAGE_RULES[dispute.stage].ownedBy !== 'officer';
}

interface ReceiptDeedProps extends DeedProps {
  readonly deed: Deed;
  readonly send: (change: Change & { readonly receipt: string }) => Promise<DeedDone>;
}

function ReceiptDeed({ send, ...deed }: ReceiptDeedProps) {
  const { t } = useTranslation('disputeDeeds');
  return (
    <DeedForm
      {...deed}
      initial={{ receipt: '' }}
      required={['receipt']}
      send={(change, { receipt }) => send({ ...change, receipt })}
    >
      {(form) => (
        <TextField
          {...form.field('receipt')}
          label={t('receipt')}
          hint={t('receiptHint')}
          maxLength={RECEIPT_MAX}
          autoFocus
        />
      )}
    </DeedForm>
  );
}

export function NoteReceipt(props: DeedProps) {
  const { client } = useOffice();
  return <ReceiptDeed {...props} deed="noteReceipt" send={client.disputes.noteReceipt} />;
}

export function HandOverViolence(props: DeedProps) {
  const { client } = useOffice();
  return <ReceiptDeed {...props} deed="handOverViolence" send={client.disputes.handOverViolence} />;
}

export function PlanFollowUp(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const today = useOfficeDay();
  return (
    <DeedForm<{ dueOn: string | null }>
      {...props}
      deed="planFollowUp"
      initial={{ dueOn: addDays(today, FOLLOW_UP_DAYS[0]) }}
      required={['dueOn']}
      check={({ dueOn }) => (dueOn !== null && dueOn < today ? [{ field: 'dueOn', rule: 'past' }] : [])}
      send={(change, { dueOn }) => client.disputes.planFollowUp({ ...change, dueOn: dueOn ?? today })}
    >
      {(form) => (
        <DayField
          {...form.field('dueOn')}
          label={t('followUpOn')}
          today={today}
          onUnread={(unread) => form.unread('dueOn', unread)}
          autoFocus
        />
      )}
    </DeedForm>
  );
}
