/** The menu: every call the counter may make. One line a room; nothing else in the house grows with them. */
import {
  addressesContract,
  dwellingsContract,
  gridsContract,
  homeVisitsContract,
} from './population/addresses.ts';
import { backupsContract, restoreContract } from './backups.ts';
import { cardsContract } from './cards.ts';
import { carryContract } from './carry.ts';
import {
  diagnosticsContract,
  draftsContract,
  eventsContract,
  historyContract,
  journalContract,
  preferencesContract,
  todayContract,
} from './desk.ts';
import { disputePapersContract } from './disputes/papers.ts';
import { disputesContract } from './disputes/disputes.ts';
import { importsContract } from './population/imports.ts';
import { careContract } from './key-persons/care.ts';
import { rightsPapersContract, statutoryPapersContract } from './key-persons/papers.ts';
import { rightsContract } from './key-persons/rights.ts';
import { sealedContract, statutoryContract } from './key-persons/statutory.ts';
import { officeContract, staffContract } from './office.ts';
import { papersContract } from './population/papers.ts';
import {
  doublesContract,
  householdsContract,
  residentsContract,
  viewsContract,
} from './population/residents.ts';
import { rescueContract } from './rescue.ts';
import { retentionContract } from './retention.ts';
import { searchContract } from './population/search.ts';
import { sessionContract, setupContract } from './session.ts';
import { correctionsContract } from './sent/corrections.ts';
import { noticesContract, ordersContract } from './sent/orders.ts';
import { unitsContract } from './population/units.ts';
import { visitorsContract } from './visitors.ts';
import { weeklyPapersContract } from './weekly-papers.ts';
import { stationContract, weeklyContract } from './weekly.ts';

/** Said as a type of its own: what would be inferred of all rooms together is longer than a compiler writes down. */
export type Contract = {
  readonly session: typeof sessionContract;
  readonly setup: typeof setupContract;
  readonly carry: typeof carryContract;
  readonly restore: typeof restoreContract;
  readonly office: typeof officeContract;
  readonly staff: typeof staffContract;
  readonly today: typeof todayContract;
  readonly visitors: typeof visitorsContract;
  readonly search: typeof searchContract;
  readonly addresses: typeof addressesContract;
  readonly dwellings: typeof dwellingsContract;
  readonly homeVisits: typeof homeVisitsContract;
  readonly grids: typeof gridsContract;
  readonly residents: typeof residentsContract;
  readonly households: typeof householdsContract;
  readonly views: typeof viewsContract;
  readonly doubles: typeof doublesContract;
  readonly imports: typeof importsContract;
  readonly units: typeof unitsContract;
  readonly disputes: typeof disputesContract;
  readonly disputePapers: typeof disputePapersContract;
  readonly statutory: typeof statutoryContract;
  readonly statutoryPapers: typeof statutoryPapersContract;
  readonly sealed: typeof sealedContract;
  readonly care: typeof careContract;
  readonly rights: typeof rightsContract;
  readonly rightsPapers: typeof rightsPapersContract;
  readonly orders: typeof ordersContract;
  readonly notices: typeof noticesContract;
  readonly corrections: typeof correctionsContract;
  readonly history: typeof historyContract;
  readonly journal: typeof journalContract;
  readonly drafts: typeof draftsContract;
  readonly preferences: typeof preferencesContract;
  readonly cards: typeof cardsContract;
  readonly papers: typeof papersContract;
  readonly weekly: typeof weeklyContract;
  readonly weeklyPapers: typeof weeklyPapersContract;
  readonly station: typeof stationContract;
  readonly retention: typeof retentionContract;
  readonly backups: typeof backupsContract;
  readonly rescue: typeof rescueContract;
  readonly diagnostics: typeof diagnosticsContract;
  readonly events: typeof eventsContract;
};

export const contract: Contract = {
  session: sessionContract,
  setup: setupContract,
  carry: carryContract,
  restore: restoreContract,
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
  disputes: disputesContract,
  disputePapers: disputePapersContract,
  statutory: statutoryContract,
  statutoryPapers: statutoryPapersContract,
  sealed: sealedContract,
  care: careContract,
  rights: rightsContract,
  rightsPapers: rightsPapersContract,
  orders: ordersContract,
  notices: noticesContract,
  corrections: correctionsContract,
  history: historyContract,
  journal: journalContract,
  drafts: draftsContract,
  preferences: preferencesContract,
  cards: cardsContract,
  papers: papersContract,
  weekly: weeklyContract,
  weeklyPapers: weeklyPapersContract,
  station: stationContract,
  retention: retentionContract,
  backups: backupsContract,
  rescue: rescueContract,
  diagnostics: diagnosticsContract,
  events: eventsContract,
};
