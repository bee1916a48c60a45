/** The form of the deed that was chosen, over the record. */
import { useTranslation } from 'react-i18next';
import type { ComponentType } from 'react';
import type {
  DisputeRecord,
  FollowUpRow,
  PartyRow,
  ReferralRow,
} from '#shared/contract/disputes/disputes.ts';
import type { DeedName } from '#shared/ledgers/disputes/deeds.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { AmendDispute } from './forms/amend-dispute.tsx';
import { AnswerReferral } from './forms/answer-referral.tsx';
import type { ExtraDeed } from './deed-kind.ts';
import type { DeedProps } from './deed-form.tsx';
import { FollowUp, Tell, TellVictim } from './forms/ending-forms.tsx';
import { Assign, Escalate } from './forms/hand-forms.tsx';
import { BeginMediation, ConfirmPerformance, PutOff } from './forms/mediation-forms.tsx';
import { AddParty, AmendParty, DropParty } from './forms/party-forms.tsx';
import {
  AdviseCourt,
  Archive,
  HandOverViolence,
  NoteReceipt,
  PlanFollowUp,
  Reopen,
  ReportBreach,
  ReportViolence,
  SettleThemselves,
  Transfer,
  Withdraw,
} from './forms/plain-forms.tsx';
import { DecideRecognition, TakeApplication } from './forms/recognition-forms.tsx';
import { RetireDispute } from './forms/retire-dispute.tsx';
import { HoldSession } from './forms/session-form.tsx';
import { AnswerInvitation, Invite, Refer } from './forms/ways-forms.tsx';

type Plain = Exclude<DeedName | ExtraDeed, 'answerInvitation' | 'amendParty' | 'dropParty' | 'followUp'>;

/** What was chosen on the page. */
export type ChosenDeed =
  | { readonly deed: Plain }
  | { readonly deed: 'followUp'; readonly followUp?: FollowUpRow }
  | { readonly deed: 'answerInvitation'; readonly referral: ReferralRow }
  | { readonly deed: 'amendParty' | 'dropParty'; readonly party: PartyRow };

const FORMS: Readonly<Record<Plain, ComponentType<DeedProps>>> = {
  refer: Refer,
  adviseCourt: AdviseCourt,
  answerReferral: AnswerReferral,
  settleThemselves: SettleThemselves,
  withdraw: Withdraw,
  beginMediation: BeginMediation,
  putOff: PutOff,
  holdSession: HoldSession,
  confirmPerformance: ConfirmPerformance,
  reportBreach: ReportBreach,
  takeApplication: TakeApplication,
  decideRecognition: DecideRecognition,
  transfer: Transfer,
  noteReceipt: NoteReceipt,
  tell: Tell,
  archive: Archive,
  reopen: Reopen,
  reportViolence: ReportViolence,
  handOverViolence: HandOverViolence,
  tellVictim: TellVictim,
  planFollowUp: PlanFollowUp,
  invite: Invite,
  escalate: Escalate,
  assign: Assign,
  amend: AmendDispute,
  addParty: AddParty,
  retire: RetireDispute,
};

/** Long texts want long lines. */
const WIDE: ReadonlySet<string> = new Set(['holdSession', 'takeApplication', 'answerReferral', 'amend']);

export interface DeedDialogProps {
  readonly dispute: DisputeRecord;
  readonly chosen: ChosenDeed | null;
  readonly onClose: () => void;
}

export function DeedDialog({ dispute, chosen, onClose }: DeedDialogProps) {
  const { t } = useTranslation('disputeDeeds');
  if (chosen === null) return null;
  return (
    <Dialog
      opened
      title={t('title', { deed: t(`deeds.${chosen.deed}.button`), id: dispute.id })}
      onClose={onClose}
      width={WIDE.has(chosen.deed) ? 760 : 560}
    >
      <Form dispute={dispute} onDone={onClose} chosen={chosen} />
    </Dialog>
  );
}

function Form({ chosen, ...props }: DeedProps & { readonly chosen: ChosenDeed }) {
  switch (chosen.deed) {
    case 'followUp':
      return (
        <FollowUp {...props} {...(chosen.followUp === undefined ? {} : { followUp: chosen.followUp })} />
      );
    case 'answerInvitation':
      return <AnswerInvitation {...props} referral={chosen.referral} />;
    case 'amendParty':
      return <AmendParty {...props} party={chosen.party} />;
    case 'dropParty':
      return <DropParty {...props} party={chosen.party} />;
    default: {
      const Plain = FORMS[chosen.deed];
      return <Plain {...props} />;
    }
  }
}
