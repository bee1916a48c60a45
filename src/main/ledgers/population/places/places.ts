/** The rooms of places, put together, and how their past is shown. */
import type { Histories } from '#main/desk/history.ts';
import { addressesService } from './addresses-service.ts';
import { dwellingsService } from './dwellings-service.ts';
import { gridsService } from './grids/grids-service.ts';
import { addressHistory, dwellingHistory, gridHistory, homeVisitHistory } from './histories.ts';
import type { PlacesRoom } from './room.ts';
import { homeVisitsService } from './visits/home-visits-service.ts';

export function openPlaces(room: PlacesRoom) {
  return {
    addresses: addressesService(room),
    dwellings: dwellingsService(room),
    homeVisits: homeVisitsService(room),
    grids: gridsService(room),
  };
}

export function placeHistories(room: Pick<PlacesRoom, 'db' | 'raw'>): Histories {
  return {
    addresses: addressHistory(room),
    dwellings: dwellingHistory(room),
    home_visits: homeVisitHistory(room),
    grids: gridHistory(room),
  };
}
