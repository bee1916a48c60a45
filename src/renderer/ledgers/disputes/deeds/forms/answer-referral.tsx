/** The body that has the matter answered. What a mediation committee achieved may be noted for the court's thirty days. */
import { useTranslation } from 'react-i18next';
import { referralAnswerIssues } from '#shared/ledgers/disputes/records.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import {
  AgreementFields,
  checkAgreement,
  emptyAgreement,
  toAgreement,
  type AgreementValues,
} from './agreement-fields.tsx';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { AnswerFields, emptyAnswer, toAnswer, type AnswerValues } from './ways-forms.tsx';

interface Values extends AnswerValues, AgreementValues {
  readonly withAgreement: boolean;
}

export function AnswerReferral(props: DeedProps) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  const today = useOfficeDay();
  const { referrals, route } = props.dispute;
  const asked = referrals.findLast(({ part, answeredOn }) => part === 'referred' && answeredOn === null);
  if (asked === undefined) return null;
  const agrees = ({ outcome, withAgreement }: Values) =>
    route === 'people-mediation' && outcome === 'settled' && withAgreement;
  return (
    <DeedForm<Values>
      {...props}
      deed="answerReferral"
      initial={{ ...emptyAnswer(today), ...emptyAgreement(today), withAgreement: false }}
      required={['outcome', 'answeredOn']}
      check={(values) => [
        ...referralAnswerIssues(toAnswer(values), asked.sentOn, today),
        ...(agrees(values) ? checkAgreement(values, 'people-mediation', today) : []),
      ]}
      send={(change, values) =>
        client.disputes.answerReferral({
          ...change,
          referral: asked.id,
          answer: toAnswer(values),
          agreement: agrees(values) ? toAgreement(values) : null,
        })
      }
    >
      {(form) => (
        <>
          <AnswerFields form={form} />
          {route === 'people-mediation' && form.values.outcome === 'settled' && (
            <CheckField
              {...form.field('withAgreement')}
              label={t('withAgreement')}
              hint={t('withAgreementHint')}
            />
          )}
          {agrees(form.values) && <AgreementFields form={form} today={today} mayBeOral />}
        </>
      )}
    </DeedForm>
  );
}
