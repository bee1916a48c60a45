/** The rooms of people, put together: they share the list and its counts. */
import { TEXT_MATCHES_MAX } from '#shared/contract/population/residents.ts';
import { today } from '#shared/kernel/clock.ts';
import { residentMatches } from '#main/ledgers/population/finding/match.ts';
import { doublesService } from './doubles/service.ts';
import { householdsService } from './households-service.ts';
import { openPeopleList } from './list/list.ts';
import { residentsService } from './residents-service.ts';
import type { PeopleRoom } from './room.ts';
import { viewsService } from './views-service.ts';

export function openPeople(room: PeopleRoom) {
  const { raw, officeCode } = room;
  const matches = (text: string) =>
    residentMatches(raw, officeCode, text, TEXT_MATCHES_MAX, today(room.clock));
  const list = openPeopleList({ ...room, matches });
  return {
    residents: residentsService(room, list),
    households: householdsService(room),
    views: viewsService(room, list),
    doubles: doublesService(room),
  };
}
