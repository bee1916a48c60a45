/** The menu: every call the counter may make. One line a room; nothing else in the house grows with them. */
import { addressesContract, dwellingsContract, gridsContract, homeVisitsContract } from './addresses.ts';
import { cardsContract } from './cards.ts';
import {
  diagnosticsContract,
  draftsContract,
  eventsContract,
  historyContract,
  journalContract,
  preferencesContract,
  todayContract,
} from './desk.ts';
import { importsContract } from './imports.ts';
import { officeContract, staffContract } from './office.ts';
import { papersContract } from './papers.ts';
import { doublesContract, householdsContract, residentsContract, viewsContract } from './residents.ts';
import { retentionContract } from './retention.ts';
import { searchContract } from './search.ts';
import { sessionContract, setupContract } from './session.ts';
import { unitsContract } from './units.ts';
import { visitorsContract } from './visitors.ts';
import { stationContract, weeklyContract } from './weekly.ts';

export const contract = {
  session: sessionContract,
  setup: setupContract,
  office: officeContract,
  staff: staffContract,
  today: todayContract,
  visitors: visitorsContract,
  search: searchContract,
  addresses: addressesContract,
  dwellings: dwellingsContract,
  homeVisits: homeVisitsContract,
  grids: gridsContract,
  residents: residentsContract,
  households: householdsContract,
  views: viewsContract,
  doubles: doublesContract,
  imports: importsContract,
  units: unitsContract,
  history: historyContract,
  journal: journalContract,
  drafts: draftsContract,
  preferences: preferencesContract,
  cards: cardsContract,
  papers: papersContract,
  weekly: weeklyContract,
  station: stationContract,
  retention: retentionContract,
  diagnostics: diagnosticsContract,
  events: eventsContract,
};

export type Contract = typeof contract;
