/** The screens and their addresses. The history lives in memory only: nothing of it is written anywhere. */
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readPaper } from '#renderer/printing/printing-parts.ts';
import { readPart } from '#renderer/settings/settings-parts.ts';
import { MissingScreen } from './frame/missing-screen.tsx';
import { Screen } from './frame/screen.tsx';

const root = createRootRoute({ component: Screen, notFoundComponent: MissingScreen });

const screens = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/today',
    component: lazyRouteComponent(() => import('#renderer/today/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visitors',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/visitors/visitors-page.tsx'),
      'VisitorsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visitors/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/visitors/record/visit-page.tsx'),
      'VisitPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/population',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/people/people-page.tsx'),
      'PeoplePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/population/doubles',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/people/doubles/doubles-page.tsx'),
      'DoublesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/population/household/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/people/household/household-page.tsx'),
      'HouseholdPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/population/import',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/importing/import-page.tsx'),
      'ImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/population/new',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/people/form/new-person-page.tsx'),
      'NewPersonPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/population/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/people/record/person-page.tsx'),
      'PersonPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/places/tree/places-page.tsx'),
      'PlacesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/grids',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/places/grids/grids-page.tsx'),
      'GridsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/rentals',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/places/rentals/rentals-page.tsx'),
      'RentalsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/places/place-page.tsx'),
      'PlacePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/$id/face',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/places/face/face-page.tsx'),
      'FacePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/units',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/units/list/units-page.tsx'),
      'UnitsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/units/new',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/units/form/new-unit-page.tsx'),
      'NewUnitPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/units/owed',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/units/check/owed-page.tsx'),
      'OwedPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/units/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/population/units/record/unit-page.tsx'),
      'UnitPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/disputes',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/disputes/list/disputes-page.tsx'),
      'DisputesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/disputes/new',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/disputes/intake/intake-page.tsx'),
      'IntakePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/disputes/figures',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/disputes/figures/figures-page.tsx'),
      'FiguresPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/disputes/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/disputes/record/dispute-page.tsx'),
      'DisputePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statutory',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/statutory/list/statutory-page.tsx'),
      'StatutoryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statutory/new',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/statutory/entry/entry-page.tsx'),
      'EntryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/care',
    component: lazyRouteComponent(() => import('#renderer/ledgers/care/list/care-page.tsx'), 'CarePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rights',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/rights/list/rights-page.tsx'),
      'RightsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rights/$id',
    component: lazyRouteComponent(
      () => import('#renderer/ledgers/rights/record/request-page.tsx'),
      'RequestPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/orders',
    component: lazyRouteComponent(() => import('#renderer/ledgers/orders/orders-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/orders/notices',
    component: lazyRouteComponent(() => import('#renderer/ledgers/orders/notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/orders/corrections',
    component: lazyRouteComponent(
      () => import('#renderer/corrections/corrections-page.tsx'),
      'CorrectionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/orders/$id',
    component: lazyRouteComponent(() => import('#renderer/ledgers/orders/order-page.tsx'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/printing',
    validateSearch: readPaper,
    component: lazyRouteComponent(() => import('#renderer/printing/printing-page.tsx'), 'PrintingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/weekly',
    component: lazyRouteComponent(() => import('#renderer/weekly/weekly-page.tsx'), 'WeeklyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/weekly/rescue',
    component: lazyRouteComponent(() => import('#renderer/rescue/rescue-page.tsx'), 'RescuePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    validateSearch: readPart,
    component: lazyRouteComponent(() => import('#renderer/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/journal',
    component: lazyRouteComponent(() => import('#renderer/journal/journal-page.tsx'), 'JournalPage'),
  }),
]);

export function makeRouter(start: string) {
  return createRouter({
    routeTree: screens,
    history: createMemoryHistory({ initialEntries: [start] }),
    defaultPreload: false,
    scrollRestoration: false,
  });
}
export type CounterRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: CounterRouter;
  }
}
