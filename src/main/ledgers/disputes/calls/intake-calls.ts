/** Calls about the entry itself: taking a matter in, putting it right, its parties, taking a wrong one out. */
import { addMonths } from '#shared/kernel/calendar-day.ts';
import type { disputesContract } from '#shared/contract/disputes/disputes.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { WRONG_ENTRY_RETENTION_MONTHS } from '#shared/ledgers/disputes/intake.ts';
import { forkOf } from '#shared/ledgers/disputes/questions.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import {
  amendIntake,
  checkedIntake,
  checkedParties,
  takeIn,
  takeOut,
} from '#main/ledgers/disputes/intake.ts';
import { answersOf, loadMatter, type Matter } from '#main/ledgers/disputes/matter.ts';
import { addParty, amendParty, dropParty } from '#main/ledgers/disputes/parties.ts';
import type { Seen } from '#main/ledgers/disputes/ports.ts';
import { findParty } from '#main/ledgers/disputes/reading/entries.ts';
import type { DisputesRoom } from '#main/ledgers/disputes/room.ts';
import type { PartyEntry } from '#main/ledgers/disputes/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { rowOf } from './reading-calls.ts';

type OfIntake = 'register' | 'amend' | 'addParty' | 'amendParty' | 'dropParty' | 'retire';

export function intakeCalls(room: DisputesRoom): Pick<Calls<typeof disputesContract>, OfIntake> {
  const { db, visits, clock } = room;

  function answer(caller: Caller, { dispute }: Matter) {
    const { id } = dispute;
    return { id, fork: forkOf(answersOf(dispute)).reason, dispute: rowOf(room, caller, id) };
  }

  /** The party and its matter, as this person may see them, the party at the revision they saw. */
  function partyAt(caller: Caller, { id, revision }: Seen): { matter: Matter; party: PartyEntry } {
    const party = findParty(db, caller, id) ?? refuse({ code: 'missing' });
    if (party.revision !== revision) refuse({ code: 'stale', revision: party.revision });
    return { matter: room.visible(caller, party.disputeId), party };
  }

  return {
    register: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      const known = made === null ? null : loadMatter(db, made);
      if (known !== null) return answer(caller, known);
      const doing = room.doing(caller);
      const intake = checkedIntake(room, doing, input.intake, null);
      const turned = input.visit === null ? null : visits.turn(caller, input.visit);
      const given = input.parties.map((party, place) =>
        place === input.visit?.visitor ? { ...party, phone: party.phone ?? turned?.phone ?? null } : party,
      );
      const parties = checkedParties(room, doing, given, intake.answers);
      const matter = room.write(caller, (its) => {
        const taken = takeIn(its, intake, parties, clock.now(), room.origin);
        turned?.write(its.desk, taken.dispute.id);
        consumeDraft(its.desk, caller, input.draft, 'dispute', taken.dispute.id);
        return taken;
      });
      return answer(caller, matter);
    },
    amend: (input, caller) => {
      const matter = room.seen(caller, input);
      const { summary = matter.dispute.summary, demands = matter.dispute.demands } = input.intake;
      const given = { ...input.intake, summary, demands };
      const intake = checkedIntake(room, room.doing(caller), given, matter.dispute);
      return room.actOn(caller, matter, (hand) => amendIntake(hand, intake));
    },
    addParty: (input, caller) => room.act(caller, input, (hand) => addParty(hand, room, input.party)),
    amendParty: (input, caller) => {
      const { matter, party } = partyAt(caller, input);
      return room.actOn(caller, matter, (hand) => amendParty(hand, room, party, input.party));
    },
    dropParty: (input, caller) => {
      const { matter, party } = partyAt(caller, input);
      return room.actOn(caller, matter, (hand) => dropParty(hand, party, cleanText(input.reason)));
    },
    retire: (input, caller) => {
      const matter = room.seen(caller, input);
      const until = addMonths(room.today(), WRONG_ENTRY_RETENTION_MONTHS);
      room.write(caller, (doing) => {
        takeOut(matter, doing, until, cleanText(input.reason));
        visits.letGo(doing.desk, matter.dispute.id);
      });
      return {};
    },
  };
}
