/** Who stands on a paper: a minor shortened, and a phone only where the whole form was asked for. */
import type { PartyOnPaper } from '#shared/contract/disputes/papers.ts';
import { shownName } from '#shared/ledgers/disputes/parties.ts';
import type { Matter } from '#main/ledgers/disputes/matter.ts';
import type { PartyEntry } from '#main/ledgers/disputes/tables.ts';

export function partiesOn({ parties }: Matter, whole: boolean): PartyOnPaper[] {
  return bySide(parties).map((party) => onPaper(party, whole, shownName(party)));
}

/** For the agreement alone: without its parties' whole names it binds nobody. */
export function partiesInFull({ parties }: Matter): PartyOnPaper[] {
  return bySide(parties).map((party) => onPaper(party, true, party.name));
}

export function namesOn({ parties }: Matter) {
  return bySide(parties).map((party) => ({ side: party.side, name: shownName(party) }));
}

function bySide(parties: readonly PartyEntry[]): PartyEntry[] {
  return parties.toSorted((a, b) => (a.side < b.side ? -1 : a.side > b.side ? 1 : 0));
}

function onPaper(party: PartyEntry, whole: boolean, name: string): PartyOnPaper {
  const { side, sex, age, minor, address, representative, representativeName } = party;
  const phones = whole
    ? { phone: party.phone, representativePhone: party.representativePhone }
    : { phone: null, representativePhone: null };
  return { side, name, sex, age, minor, address, representative, representativeName, ...phones };
}
