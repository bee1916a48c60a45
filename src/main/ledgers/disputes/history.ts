/**
 * How the past of a matter and of what hangs on it is shown, and what may be taken back. Of what happened, what was said and
 * agreed it is told that it changed and not how; phones are masked, minors shortened.
 */
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { maskName } from '#shared/kernel/person-name.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { HistoryOf, Histories } from '#main/desk/history.ts';
import {
  disputeAgreementsLedger,
  disputeFollowUpsLedger,
  disputeLevelsLedger,
  disputePartiesLedger,
  disputeReferralsLedger,
  disputeSessionsLedger,
  disputesLedger,
} from './ledgers.ts';
import { findEntry, findParty } from './reading/entries.ts';
import { findDispute } from './reading/visible.ts';
import type { RecordTable } from './tables.ts';

const TEXTS: ReadonlySet<string> = new Set(['summary', 'demands', 'course', 'facts', 'terms', 'manner']);
const PHONES: ReadonlySet<string> = new Set(['phone', 'representativePhone']);
const STAFF: ReadonlySet<string> = new Set([
  'registeredBy',
  'owner',
  'officer',
  'host',
  'movedBy',
  'sentBy',
  'doneBy',
]);
/** Numbers that mean nothing to a reader. */
const COUNTED: ReadonlySet<string> = new Set(['records', 'disputeId']);
const HIDDEN_TEXT = '····';

/** Fields of a matter that one deed changes alone, so that taking that back leaves nothing half done. */
const PLAIN: ReadonlySet<string> = new Set([
  'type',
  'raisedBy',
  'addressId',
  'place',
  'policeGrid',
  'happenedOn',
  'summary',
  'demands',
  'amount',
  'gridWorker',
]);
/** That a party is a minor is written into the matter too. */
const OF_THE_MATTER: ReadonlySet<string> = new Set(['minor', 'age', 'retainUntil']);

export function disputeHistories(db: ReadHandle, nameOf: (staff: string) => string): Histories {
  const show: HistoryOf['show'] = (_caller, field, value) => {
    if (typeof value !== 'string') return typeof value === 'object' ? null : value;
    if (TEXTS.has(field)) return value === '' ? '' : HIDDEN_TEXT;
    if (PHONES.has(field)) return maskPhone(value);
    return STAFF.has(field) ? nameOf(value) : value;
  };
  const shared = { show, hides: (_caller: unknown, field: string) => COUNTED.has(field) };

  /** What a deed wrote together with the matter itself: it goes back with nothing, and so not alone. */
  const hanging = (ledger: Ledger<RecordTable>): HistoryOf => ({
    ...shared,
    ledger,
    check: (caller, id) => {
      if (findEntry(db, caller, ledger.table, id) === null) refuse({ code: 'missing' });
    },
    mayUndo: () => false,
  });

  return {
    disputes: {
      ...shared,
      ledger: disputesLedger,
      check: (caller, id) => {
        if (findDispute(db, caller, id) === null) refuse({ code: 'missing' });
      },
      mayUndo: (last) => changesOnly(last, (field) => PLAIN.has(field)),
    },
    dispute_parties: {
      ...hanging(disputePartiesLedger),
      show: (caller, field, value, id) => {
        const shown = show(caller, field, value, id);
        const isName = field === 'name' && typeof shown === 'string';
        return isName && findParty(db, caller, id)?.minor === true ? maskName(shown) : shown;
      },
      mayUndo: (last) => changesOnly(last, (field) => !OF_THE_MATTER.has(field)),
    },
    dispute_sessions: hanging(disputeSessionsLedger),
    dispute_agreements: hanging(disputeAgreementsLedger),
    dispute_levels: hanging(disputeLevelsLedger),
    dispute_referrals: hanging(disputeReferralsLedger),
    dispute_follow_ups: hanging(disputeFollowUpsLedger),
  };
}

type Line = Parameters<NonNullable<HistoryOf['mayUndo']>>[0];

function changesOnly({ op, d }: Line, may: (field: string) => boolean): boolean {
  return op === 'U' && Object.keys(d).every(may);
}
