/** All words of the counter, one line a room. */
import * as backups from '#renderer/backups/backups-text.ts';
import * as client from '#renderer/client/words/client-text.ts';
import * as corrections from '#renderer/corrections/corrections-text.ts';
import * as journal from '#renderer/journal/journal-text.ts';
import * as care from '#renderer/ledgers/care/care-text.ts';
import * as disputeDeeds from '#renderer/ledgers/disputes/deeds/deeds-text.ts';
import * as disputes from '#renderer/ledgers/disputes/disputes-text.ts';
import * as disputeFigures from '#renderer/ledgers/disputes/figures/figures-text.ts';
import * as disputeIntake from '#renderer/ledgers/disputes/intake/intake-text.ts';
import * as disputeIssues from '#renderer/ledgers/disputes/issues-text.ts';
import * as disputeList from '#renderer/ledgers/disputes/list/list-text.ts';
import * as disputeRecord from '#renderer/ledgers/disputes/record/record-text.ts';
import * as disputePapers from '#renderer/ledgers/disputes/papers/papers-text.ts';
import * as find from '#renderer/ledgers/population/finding/find-text.ts';
import * as importing from '#renderer/ledgers/population/importing/importing-text.ts';
import * as doubles from '#renderer/ledgers/population/people/doubles/doubles-text.ts';
import * as personForm from '#renderer/ledgers/population/people/form/form-text.ts';
import * as peopleList from '#renderer/ledgers/population/people/list/list-text.ts';
import * as people from '#renderer/ledgers/population/people/people-text.ts';
import * as person from '#renderer/ledgers/population/people/record/record-text.ts';
import * as door from '#renderer/ledgers/population/places/door/door-text.ts';
import * as face from '#renderer/ledgers/population/places/face/face-text.ts';
import * as grids from '#renderer/ledgers/population/places/grids/grids-text.ts';
import * as places from '#renderer/ledgers/population/places/places-text.ts';
import * as units from '#renderer/ledgers/population/units/units-text.ts';
import * as orders from '#renderer/ledgers/orders/orders-text.ts';
import * as rights from '#renderer/ledgers/rights/rights-text.ts';
import * as statutoryEntry from '#renderer/ledgers/statutory/entry/entry-text.ts';
import * as statutoryReading from '#renderer/ledgers/statutory/reading/reading-text.ts';
import * as statutoryRecord from '#renderer/ledgers/statutory/record/record-text.ts';
import * as statutory from '#renderer/ledgers/statutory/statutory-text.ts';
import * as visitors from '#renderer/ledgers/visitors/visitors-text.ts';
import * as pickers from '#renderer/pickers/pickers-text.ts';
import * as papers from '#renderer/papers/papers-text.ts';
import * as printing from '#renderer/printing/printing-text.ts';
import * as history from '#renderer/record/history/history-text.ts';
import * as personDesk from '#renderer/record/person/person-text.ts';
import * as record from '#renderer/record/record-text.ts';
import * as rescue from '#renderer/rescue/rescue-text.ts';
import * as settings from '#renderer/settings/settings-text.ts';
import * as today from '#renderer/today/today-text.ts';
import * as ui from '#renderer/ui/ui-text.ts';
import * as weekly from '#renderer/weekly/weekly-text.ts';
import * as app from './app-text.ts';
import * as lock from './lock/lock-text.ts';
import * as wizard from './wizard/wizard-text.ts';

export const texts = {
  app,
  backups,
  care,
  client,
  corrections,
  disputePapers,
  disputeDeeds,
  disputeFigures,
  disputeIntake,
  disputeIssues,
  disputeList,
  disputeRecord,
  disputes,
  door,
  doubles,
  face,
  grids,
  find,
  history,
  importing,
  journal,
  lock,
  orders,
  papers,
  people,
  peopleList,
  person,
  personDesk,
  personForm,
  pickers,
  places,
  printing,
  record,
  rescue,
  rights,
  settings,
  statutory,
  statutoryEntry,
  statutoryReading,
  statutoryRecord,
  today,
  ui,
  units,
  visitors,
  weekly,
  wizard,
};
