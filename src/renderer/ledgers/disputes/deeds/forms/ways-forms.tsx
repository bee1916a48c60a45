/** Other bodies: a matter is referred to one, one is invited to the table, and each answers. */
import { useTranslation } from 'react-i18next';
import type { ReferralRow } from '#shared/contract/disputes/disputes.ts';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import {
  BODY_OUTCOMES,
  DISPUTE_BODIES,
  type BodyOutcome,
  type BodyPart,
  type DisputeBody,
} from '#shared/ledgers/disputes/codes.ts';
import {
  cleanReferral,
  cleanReferralAnswer,
  REFERRAL_DAYS,
  REFERRAL_DAYS_MAX,
  referralAnswerIssues,
  referralIssues,
  REQUEST_MAX,
  type ReferralAnswer,
  type ReferralInput,
} from '#shared/ledgers/disputes/records.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';

interface ReferralValues {
  readonly body: DisputeBody;
  readonly bodyName: string;
  readonly request: string;
  readonly dueOn: CalendarDay | null;
  readonly partiesKnow: boolean;
}

export function Refer(props: DeedProps) {
  const { client } = useOffice();
  return (
    <AskBody
      {...props}
      deed="refer"
      part="referred"
      send={(change, referral) => client.disputes.refer({ ...change, referral })}
    />
  );
}

export function Invite(props: DeedProps) {
  const { client } = useOffice();
  return (
    <AskBody
      {...props}
      deed="invite"
      part="joint"
      send={(change, referral) => client.disputes.invite({ ...change, referral })}
    />
  );
}

interface AskBodyProps extends DeedProps {
  readonly deed: 'refer' | 'invite';
  readonly part: BodyPart;
  readonly send: (
    change: { readonly id: string; readonly revision: number },
    referral: ReferralInput,
  ) => ReturnType<ReturnType<typeof useOffice>['client']['disputes']['refer']>;
}

function AskBody({ part, send, ...deed }: AskBodyProps) {
  const { t } = useTranslation('disputeDeeds');
  const today = useOfficeDay();
  const words = useDisputeWords();
  const referralOf = (values: ReferralValues): ReferralInput =>
    cleanReferral({ ...values, part, dueOn: values.dueOn ?? '' });
  return (
    <DeedForm<ReferralValues>
      {...deed}
      initial={{
        body: 'mediation-committee',
        bodyName: '',
        request: '',
        dueOn: addDays(today, REFERRAL_DAYS),
        partiesKnow: false,
      }}
      required={['request', 'dueOn']}
      check={(values) => referralIssues(referralOf(values), today)}
      send={(change, values) => send(change, referralOf(values))}
    >
      {(form) => (
        <>
          <SelectField
            {...form.field('body')}
            onChange={(body) => form.set('body', body ?? 'other')}
            label={t('body')}
            options={DISPUTE_BODIES.map((code) => ({ value: code, label: words.body(code) }))}
            autoFocus
          />
          <TextField
            {...form.field('bodyName')}
            label={t('bodyName')}
            hint={t('bodyNameHint')}
            maxLength={REQUEST_MAX}
            required={form.values.body === 'other'}
          />
          <TextAreaField
            {...form.field('request')}
            label={t('request')}
            hint={t('requestHint')}
            rows={3}
            maxLength={REQUEST_MAX + 50}
          />
          <DayField
            {...form.field('dueOn')}
            label={t('answerBy')}
            hint={t('answerByHint', { days: REFERRAL_DAYS, most: REFERRAL_DAYS_MAX })}
            today={today}
            onUnread={(unread) => form.unread('dueOn', unread)}
          />
          <CheckField {...form.field('partiesKnow')} label={t('partiesKnow')} />
        </>
      )}
    </DeedForm>
  );
}

export interface AnswerValues {
  readonly answeredOn: CalendarDay | null;
  readonly outcome: BodyOutcome | null;
  readonly answer: string;
}

export function emptyAnswer(today: CalendarDay): AnswerValues {
  return { answeredOn: today, outcome: null, answer: '' };
}

export function toAnswer({ answeredOn, outcome, answer }: AnswerValues): ReferralAnswer {
  return cleanReferralAnswer({ answeredOn: answeredOn ?? '', outcome: outcome ?? 'settled', answer });
}

export interface AnswerFieldsProps {
  readonly form: Pick<FormModel<AnswerValues>, 'field' | 'unread'>;
}

export function AnswerFields({ form }: AnswerFieldsProps) {
  const { t } = useTranslation('disputeDeeds');
  const words = useDisputeWords();
  const today = useOfficeDay();
  return (
    <>
      <DigitChoice
        {...form.field('outcome')}
        label={t('outcome')}
        options={BODY_OUTCOMES.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.outcome(code),
        }))}
        autoFocus
      />
      <DayField
        {...form.field('answeredOn')}
        label={t('answeredOn')}
        today={today}
        onUnread={(unread) => form.unread('answeredOn', unread)}
      />
      <TextAreaField {...form.field('answer')} label={t('answer')} rows={3} maxLength={REQUEST_MAX + 50} />
    </>
  );
}

export function AnswerInvitation({ referral, ...props }: DeedProps & { readonly referral: ReferralRow }) {
  const { client } = useOffice();
  const today = useOfficeDay();
  return (
    <DeedForm<AnswerValues>
      {...props}
      deed="answerInvitation"
      initial={emptyAnswer(today)}
      required={['outcome', 'answeredOn']}
      check={(values) => referralAnswerIssues(toAnswer(values), referral.sentOn, today)}
      send={(change, values) =>
        client.disputes.answerInvitation({ ...change, referral: referral.id, answer: toAnswer(values) })
      }
    >
      {(form) => <AnswerFields form={form} />}
    </DeedForm>
  );
}
