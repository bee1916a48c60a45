/** Every room of the open office, put together once at unlock. One line a room; nothing else in main grows with them. */
import { today, type Clock } from '#shared/kernel/clock.ts';
import { backUpFirst } from './backup/backup.ts';
import type { Restorer } from './backup/restore/restorer.ts';
import { backupsService } from './backup/restore/service.ts';
import { cardsService } from './cards/service.ts';
import { correctionsService } from './corrections/service.ts';
import { correctionTaker } from './corrections/taking.ts';
import { diagnosticsService } from './desk/diagnostics.ts';
import { draftsService } from './desk/drafts.ts';
import type { Events } from './desk/events.ts';
import { historyService, type Histories } from './desk/history.ts';
import { openImprint, openTimedImprint } from './desk/imprint.ts';
import { journalRoom } from './desk/journal-room.ts';
import { openPaperPress } from './desk/paper-press.ts';
import { preferencesService } from './desk/preferences.ts';
import { todayService } from './desk/today.ts';
import type { DataFolder } from './files/data-folder.ts';
import type { Handles } from './files/handles.ts';
import { importsService } from './imports/service.ts';
import { careHistory } from './ledgers/care/history.ts';
import { careService } from './ledgers/care/service.ts';
import { disputeHistories } from './ledgers/disputes/history.ts';
import { disputePapersService } from './ledgers/disputes/papers/service.ts';
import { disputesService } from './ledgers/disputes/service.ts';
import { noticesService } from './ledgers/notices/service.ts';
import { textTaker } from './ledgers/notices/taking.ts';
import { ordersService } from './ledgers/orders/service.ts';
import { orderTaker } from './ledgers/orders/taking.ts';
import { disputePopulation } from './ledgers/population/dispute-places.ts';
import { knownPeople } from './ledgers/population/known-people.ts';
import { LEDGER_TABLES } from './ledgers/registry.ts';
import { searchService } from './ledgers/population/finding/service.ts';
import { residentCorrection } from './ledgers/population/people/correcting.ts';
import { householdHistory, residentHistory } from './ledgers/population/people/history.ts';
import { openPeople } from './ledgers/population/people/people.ts';
import { dwellingCorrection } from './ledgers/population/places/correcting.ts';
import { openPlaces, placeHistories } from './ledgers/population/places/places.ts';
import { unitCorrection } from './ledgers/population/units/correcting.ts';
import { unitCheckHistory, unitHistory } from './ledgers/population/units/history.ts';
import { unitsService } from './ledgers/population/units/service.ts';
import { rightsHistory } from './ledgers/rights/history.ts';
import { rightsService } from './ledgers/rights/service.ts';
import { statutoryPersons } from './ledgers/population/statutory-persons.ts';
import { disputeVisits } from './ledgers/visitors/dispute-visits.ts';
import { visitHistory } from './ledgers/visitors/history.ts';
import { visitorsService } from './ledgers/visitors/service.ts';
import { statutorySuccession } from './ledgers/statutory/charge.ts';
import { statutoryDecisions } from './ledgers/statutory/decisions.ts';
import { statutoryPapersService } from './ledgers/statutory/papers/service.ts';
import { statutoryService } from './ledgers/statutory/service.ts';
import { officeRow, officeService, windowOf } from './office/service.ts';
import { rescueService } from './rescue/service.ts';
import { retentionService } from './retention/service.ts';
import { rightsPapersService } from './papers/rights/service.ts';
import { papersService } from './papers/service.ts';
import { sealedService } from './sealing/service.ts';
import type { FrontRooms, Rooms } from './rpc/router.ts';
import type { OpenOffice } from './session/open-office.ts';
import type { Shell } from './shell/shell.ts';
import { hasOtherOfficer, roleOfStaff } from './staff/queries.ts';
import { staffNames, staffService } from './staff/service.ts';
import { openEnrolment, stationService, type Enrolment } from './weekly/enrolment.ts';
import { weeklyPapersService } from './papers/weekly/service.ts';
import { readOfficeKeys } from './weekly/office-keys.ts';
import { openOutbox, sentTeller } from './weekly/outbox.ts';
import { pinnedStation } from './weekly/pinned-station.ts';
import { sentTaker } from './weekly/sent.ts';
import { openWeekly, weeklyService, type Weekly } from './weekly/service.ts';

export interface RoomOptions {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly shell: Shell;
  readonly handles: Handles;
  readonly events: Events;
  readonly version: string;
  /** The profile was amended: idle time and names may have changed. */
  readonly onProfile: () => void;
  readonly restorer: Restorer;
  readonly provePassword: (password: string) => Promise<void>;
  /** Another office is to be put in place of this one, which closes its files. */
  readonly onReplaced: () => void;
}

export interface OpenRooms {
  readonly calls: Omit<Rooms, keyof FrontRooms>;
  /** The same work without a counter, for the command line. */
  readonly weekly: Weekly;
  readonly enrolment: Enrolment;
}

export async function openRooms(open: OpenOffice, options: RoomOptions): Promise<OpenRooms> {
  const { clock, shell, handles, events, folder, version } = options;
  const { store, journal, keyring, office } = open;
  const { read, raw } = store;
  const nameOf = staffNames(read);
  const keys = await readOfficeKeys(read);
  const persons = statutoryPersons(read);
  const corrections = {
    residents: residentCorrection({ db: read, clock }),
    dwellings: dwellingCorrection({ db: read }),
    units: unitCorrection({ db: read, clock }),
  };
  const weekly = openWeekly({
    db: read,
    raw,
    still: store.still,
    journal,
    clock,
    keys,
    office,
    ledgers: LEDGER_TABLES,
    outboxFolder: folder.outbox,
    version,
    nameOf,
    officeName: () => officeRow(read).name,
    events,
    window: () => windowOf(officeRow(read)),
    volumes: () => shell.volumes(),
    takeDecisions: statutoryDecisions({
      db: read,
      raw,
      birthDateOf: persons.birthDateOf,
      today: () => today(clock),
    }),
    takeSent: sentTaker({
      orders: orderTaker(read, office),
      texts: textTaker(read, office),
      corrections: correctionTaker(raw, corrections),
    }),
  });
  const enrolment = openEnrolment({
    db: read,
    raw,
    journal,
    clock,
    keys,
    office,
    officeName: () => officeRow(read).name,
    onPinned: weekly.keepCarryList,
  });
  const press = openPaperPress(journal, shell);
  const imprintOf = openImprint(read, clock, nameOf);
  const timedImprintOf = openTimedImprint(imprintOf, clock);
  const people = knownPeople(read);
  const statutory = {
    db: read,
    raw,
    journal,
    clock,
    officeCode: office,
    persons,
    colleagues: { nameOf, roleOf: (staff: string) => roleOfStaff(read, staff) },
    station: {
      isPinned: () => pinnedStation(read) !== null,
      isSent: sentTeller(raw, openOutbox(read, raw, office)),
    },
  };
  const care = {
    db: read,
    journal,
    clock,
    officeCode: office,
    people,
    staff: { nameOf, hasOtherOfficer: (staff: string) => hasOtherOfficer(read, staff) },
    settings: { afterReleaseHelp: () => officeRow(read).afterReleaseHelp === true },
  };
  const rights = { db: read, journal, clock, officeCode: office, people, nameOf };
  const histories: Histories = {
    visitors: visitHistory(read, clock),
    units: unitHistory(read),
    unit_checks: unitCheckHistory(read),
    residents: residentHistory(read, raw, clock),
    households: householdHistory(read),
    care_consents: careHistory(care),
    rights_requests: rightsHistory(rights),
    ...disputeHistories(read, nameOf),
    ...placeHistories({ db: read, raw }),
  };

  return {
    weekly,
    enrolment,
    calls: {
      office: officeService(read, journal, keyring, shell, options.onProfile),
      staff: staffService(read, raw, journal, keyring, statutorySuccession(read)),
      today: todayService(read, raw, clock, weekly.state),
      visitors: visitorsService({ db: read, journal, clock, officeCode: office }),
      search: searchService({ raw, clock, officeCode: office }),
      units: unitsService({ db: read, journal, clock, officeCode: office }),
      disputes: disputesService({
        db: read,
        raw,
        journal,
        clock,
        officeCode: office,
        nameOf,
        visits: disputeVisits(read, clock),
        population: disputePopulation(read),
      }),
      statutory: statutoryService(statutory),
      statutoryPapers: statutoryPapersService(statutory, press, timedImprintOf),
      care: careService(care),
      rights: rightsService(rights),
      ...openPlaces({ db: read, raw, journal, clock, officeCode: office }),
      ...openPeople({ db: read, raw, journal, clock, officeCode: office, shell, events }),
      imports: importsService({
        db: read,
        raw,
        journal,
        clock,
        officeCode: office,
        shell,
        events,
        nameOf,
        backUpFirst: (caller) => backUpFirst(open, caller, 'import'),
      }),
      orders: ordersService({ db: read, journal, clock, nameOf }),
      notices: noticesService({ db: read, raw, journal, clock, nameOf }),
      corrections: correctionsService({ db: read, raw, journal, of: corrections }),
      history: historyService(raw, journal, clock, histories, nameOf),
      journal: journalRoom(raw, office, LEDGER_TABLES, nameOf),
      drafts: draftsService(read, journal, clock),
      preferences: preferencesService(read, journal),
      cards: cardsService(read, clock, press),
      papers: papersService({ db: read, clock, press, imprintOf }),
      rightsPapers: rightsPapersService({ db: read, journal, clock, press, imprintOf: timedImprintOf, care }),
      disputePapers: disputePapersService({ db: read, raw, clock, press, imprintOf: timedImprintOf, nameOf }),
      sealed: sealedService(read),
      weekly: weeklyService(weekly, shell, handles, () => pinnedStation(read)),
      weeklyPapers: weeklyPapersService(
        {
          outbox: openOutbox(read, raw, office),
          officeCode: office,
          imprintOf: timedImprintOf,
          stickLog: weekly.stickLog,
        },
        press,
      ),
      station: stationService(enrolment, weekly, shell, handles),
      backups: backupsService({
        open,
        folder,
        handles,
        shell,
        restorer: options.restorer,
        provePassword: options.provePassword,
        volumes: () => shell.volumes(),
      }),
      rescue: rescueService({ open, handles, events, onReplaced: options.onReplaced }),
      retention: retentionService(open),
      diagnostics: diagnosticsService(raw, clock, folder, version, shell.name),
      events: { watch: (_input, _caller, { signal }) => events.watch(signal) },
    },
  };
}
