/** The menu: every call the counter may make. One line a room; nothing else in the house grows with them. */
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
import { officeContract, staffContract } from './office.ts';
import { sessionContract, setupContract } from './session.ts';
import { visitorsContract } from './visitors.ts';
import { stationContract, weeklyContract } from './weekly.ts';

export const contract = {
  session: sessionContract,
  setup: setupContract,
  office: officeContract,
  staff: staffContract,
  today: todayContract,
  visitors: visitorsContract,
  history: historyContract,
  journal: journalContract,
  drafts: draftsContract,
  preferences: preferencesContract,
  cards: cardsContract,
  weekly: weeklyContract,
  station: stationContract,
  diagnostics: diagnosticsContract,
  events: eventsContract,
};

export type Contract = typeof contract;
