/** One call a deed of the machine, and those that change no stage. What each does stands in ../deeds. */
import type { disputeDeeds } from '#shared/contract/disputes/deeds.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { archive, followUp, planFollowUp, reopen, tell } from '#main/ledgers/disputes/deeds/ending.ts';
import {
  confirmPerformance,
  decideRecognition,
  holdSession,
  reportBreach,
  takeApplication,
} from '#main/ledgers/disputes/deeds/mediation.ts';
import {
  assign,
  beginMediation,
  noteReceipt,
  putOff,
  settleThemselves,
  transfer,
  withdraw,
} from '#main/ledgers/disputes/deeds/plain.ts';
import { handOverViolence, reportViolence, tellVictim } from '#main/ledgers/disputes/deeds/violence.ts';
import {
  adviseCourt,
  answerInvitation,
  answerReferral,
  escalate,
  invite,
  refer,
} from '#main/ledgers/disputes/deeds/ways.ts';
import type { DisputesRoom } from '#main/ledgers/disputes/room.ts';
import type { Calls } from '#main/rpc/calls.ts';

type DeedCalls = Calls<typeof disputeDeeds>;

export function deedCalls(room: DisputesRoom): DeedCalls {
  return { ...civilCalls(room), ...officerCalls(room), ...endingCalls(room) };
}

type Civil =
  | 'refer'
  | 'answerReferral'
  | 'adviseCourt'
  | 'settleThemselves'
  | 'withdraw'
  | 'invite'
  | 'answerInvitation'
  | 'escalate';

function civilCalls({ act }: DisputesRoom): Pick<DeedCalls, Civil> {
  return {
    refer: (input, caller) => act(caller, input, (hand) => refer(hand, input.referral)),
    answerReferral: (input, caller) =>
      act(caller, input, (hand) => answerReferral(hand, input.referral, input.answer, input.agreement)),
    adviseCourt: (input, caller) => act(caller, input, adviseCourt),
    settleThemselves: (input, caller) => act(caller, input, settleThemselves),
    withdraw: (input, caller) => act(caller, input, withdraw, input.reason),
    invite: (input, caller) => act(caller, input, (hand) => invite(hand, input.referral)),
    answerInvitation: (input, caller) =>
      act(caller, input, (hand) => answerInvitation(hand, input.referral, input.answer)),
    escalate: (input, caller) =>
      act(caller, input, (hand) => escalate(hand, input.level, cleanText(input.reason)), input.reason),
  };
}

type Officers =
  | 'beginMediation'
  | 'putOff'
  | 'holdSession'
  | 'confirmPerformance'
  | 'reportBreach'
  | 'takeApplication'
  | 'decideRecognition'
  | 'transfer'
  | 'noteReceipt'
  | 'assign';

function officerCalls({ act }: DisputesRoom): Pick<DeedCalls, Officers> {
  return {
    beginMediation: (input, caller) =>
      act(caller, input, (hand) => beginMediation(hand, input.heldOn, input.exclusions)),
    putOff: (input, caller) => act(caller, input, (hand) => putOff(hand, input.heldOn), input.reason),
    holdSession: (input, caller) =>
      act(caller, input, (hand) => holdSession(hand, input.session, input.agreement)),
    confirmPerformance: (input, caller) =>
      act(caller, input, (hand) => confirmPerformance(hand, input.performedOn)),
    reportBreach: (input, caller) => act(caller, input, reportBreach, input.reason),
    takeApplication: (input, caller) => act(caller, input, (hand) => takeApplication(hand, input)),
    decideRecognition: (input, caller) =>
      act(caller, input, (hand) => decideRecognition(hand, input), input.reason),
    transfer: (input, caller) => act(caller, input, (hand) => transfer(hand, input.officer), input.reason),
    noteReceipt: (input, caller) => act(caller, input, (hand) => noteReceipt(hand, cleanText(input.receipt))),
    assign: (input, caller) => act(caller, input, (hand) => assign(hand, input.owner)),
  };
}

type Ending =
  | 'tell'
  | 'followUp'
  | 'planFollowUp'
  | 'archive'
  | 'reopen'
  | 'reportViolence'
  | 'handOverViolence'
  | 'tellVictim';

function endingCalls({ act }: DisputesRoom): Pick<DeedCalls, Ending> {
  return {
    tell: (input, caller) => act(caller, input, (hand) => tell(hand, input.how, input.satisfied)),
    followUp: (input, caller) =>
      act(caller, input, (hand) => followUp(hand, input.followUpId, input.followUp)),
    planFollowUp: (input, caller) => act(caller, input, (hand) => planFollowUp(hand, input.dueOn)),
    archive: (input, caller) => act(caller, input, archive),
    reopen: (input, caller) => act(caller, input, reopen, input.reason),
    reportViolence: (input, caller) => act(caller, input, (hand) => reportViolence(hand, input.officer)),
    handOverViolence: (input, caller) =>
      act(caller, input, (hand) => handOverViolence(hand, cleanText(input.receipt))),
    tellVictim: (input, caller) => act(caller, input, (hand) => tellVictim(hand, input.how)),
  };
}
