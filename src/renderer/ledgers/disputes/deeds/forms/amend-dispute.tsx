/** Puts the entry right. When somebody else saved first, what was typed stays and what is different now is shown. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { intakeIssues } from '#shared/ledgers/disputes/intake.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { StaleNotice } from '#renderer/record/stale-notice.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { ForkNotice } from '#renderer/ledgers/disputes/fork-notice.tsx';
import {
  amountOf,
  answersOf,
  requiredFields,
  toIntake,
  type IntakeValues,
} from '#renderer/ledgers/disputes/intake/intake-values.ts';
import {
  FurtherFields,
  HandlingFields,
  MatterFields,
} from '#renderer/ledgers/disputes/intake/matter-fields.tsx';
import { QuestionFields } from '#renderer/ledgers/disputes/intake/question-fields.tsx';
import { useShownDispute } from '#renderer/ledgers/disputes/shown-fields.ts';
import { mayTakeBack, toAmendment, toAmendValues } from './amend-values.ts';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import styles from '#renderer/ledgers/disputes/deeds/deeds.module.css';

export function AmendDispute(props: DeedProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputeIntake', 'disputes']);
  const { client } = useOffice();
  const today = useOfficeDay();
  const show = useShownDispute();
  const offerUndo = useUndoToast('disputes');
  const { dispute } = props;
  /** The record as the form began: what differs from it is what was typed. */
  const [began] = useState(dispute);
  /** The record that is written over: a newer one only after its author has seen it and said so. */
  const [onto, setOnto] = useState(dispute);
  const takesBack = useRef(false);
  return (
    <DeedForm<IntakeValues>
      {...props}
      dispute={onto}
      deed="amend"
      initial={toAmendValues(began)}
      required={requiredFields(toAmendValues(began)).filter((field) => field !== 'summary')}
      check={checkAmended(today)}
      send={(change, values) => {
        const amendment = toAmendment(values, began, onto);
        takesBack.current = mayTakeBack(amendment, onto);
        return client.disputes.amend({ ...change, intake: amendment });
      }}
      after={(done) => {
        if (!takesBack.current) return false;
        offerUndo(done, t('deeds.amend.done'), t('undone'));
        return true;
      }}
      before={() =>
        dispute.revision !== onto.revision && (
          <StaleNotice
            ledger="disputes"
            id={dispute.id}
            began={comparedOf(onto)}
            now={comparedOf(dispute)}
            show={show}
            onOverwrite={() => setOnto(dispute)}
          />
        )
      }
    >
      {(form) => {
        const answers = answersOf(form.values);
        return (
          <>
            <QuestionFields form={form} />
            {answers !== null && <ForkNotice answers={answers} />}
            <h3 className={styles.divider}>{t('disputeIntake:matter')}</h3>
            <MatterFields form={form} summaryHint={t('keepText')} />
            <HandlingFields form={form} keeper="" officerByGrid={false} />
            <FurtherFields form={form} today={today} demandsHint={t('keepText')} />
          </>
        );
      }}
    </DeedForm>
  );
}

function checkAmended(today: string) {
  return (values: IntakeValues) => [
    ...intakeIssues(toIntake(values), today).filter(
      ({ field, rule }) => field !== 'summary' || rule !== 'required',
    ),
    ...(amountOf(values.amount) === null && values.amount.trim() !== ''
      ? [{ field: 'amount', rule: 'not-an-amount' }]
      : []),
  ];
}

function comparedOf({ type, place, happenedOn, amount, raisedBy, gridWorker, stage, owner }: DisputeRecord) {
  return { type, place, happenedOn, amount, raisedBy, gridWorker, stage, owner: owner.name };
}
