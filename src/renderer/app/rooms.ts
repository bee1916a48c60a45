/** The rooms of the counter in the order of the rail, one line each: where, its word, its sign, and the call it needs. */
import {
  IconBook2,
  IconBuildingCommunity,
  IconBuildingStore,
  IconClipboardList,
  IconHeartHandshake,
  IconHome2,
  IconIdBadge2,
  IconMailQuestion,
  IconMessages,
  IconPrinter,
  IconScale,
  IconSettings,
  IconUsers,
  IconUsb,
  type Icon,
} from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { contract } from '#shared/contract/index.ts';
import type { Role } from '#shared/kernel/role.ts';
import { mayCall, type CallInContract } from '#renderer/client/permissions.ts';
import { useCareToCheck } from '#renderer/ledgers/care/care-due.ts';
import { useOpenDisputes } from '#renderer/ledgers/disputes/open-count.ts';
import { useSentToDo } from '#renderer/ledgers/orders/sent-due.ts';
import { useRightsToAnswer } from '#renderer/ledgers/rights/rights-due.ts';
import { useOnSiteCount } from '#renderer/ledgers/visitors/on-site-count.ts';

type RoomWord = Extract<ParseKeys<'app'>, `room.${string}`>;
type RoomWork = Extract<ParseKeys<'app'>, `rail.work.${string}`>;

export interface Room {
  readonly path: string;
  readonly word: RoomWord;
  readonly icon: Icon;
  /** The call without which the room is of no use: who may make it may use the room. */
  readonly needs: CallInContract;
  readonly keys?: string;
  /** Work left in the room, said beside its word. */
  readonly work?: { readonly word: RoomWork; readonly useCount: () => number };
  /** Screens of the room that are for others than the room itself. */
  readonly within?: Readonly<Record<string, CallInContract>>;
  /** Begins a group of its own. */
  readonly apart?: boolean;
  /** True: to whoever may not use it there is no such room, not even a closed one. */
  readonly unseen?: boolean;
}

export const ROOMS = [
  { path: '/today', word: 'room.today', icon: IconHome2, needs: contract.today.summary, keys: 'Alt+1' },
  {
    path: '/visitors',
    word: 'room.visitors',
    icon: IconUsers,
    needs: contract.visitors.list,
    keys: 'Alt+2',
    work: { word: 'rail.work.onSite', useCount: useOnSiteCount },
  },
  {
    path: '/population',
    word: 'room.population',
    icon: IconIdBadge2,
    needs: contract.residents.open,
    keys: 'Alt+3',
    apart: true,
  },
  {
    path: '/places',
    word: 'room.places',
    icon: IconBuildingCommunity,
    needs: contract.addresses.below,
    keys: 'Alt+4',
  },
  {
    path: '/units',
    word: 'room.units',
    icon: IconBuildingStore,
    needs: contract.units.list,
    keys: 'Alt+5',
  },
  {
    path: '/statutory',
    word: 'room.statutory',
    icon: IconScale,
    needs: contract.statutory.list,
    keys: 'Alt+6',
    unseen: true,
  },
  {
    path: '/disputes',
    word: 'room.disputes',
    icon: IconMessages,
    needs: contract.disputes.list,
    keys: 'Alt+7',
    work: { word: 'rail.work.open', useCount: useOpenDisputes },
    within: { '/disputes/figures': contract.disputes.figures },
  },
  {
    path: '/care',
    word: 'room.care',
    icon: IconHeartHandshake,
    needs: contract.care.list,
    work: { word: 'rail.work.toCheck', useCount: useCareToCheck },
  },
  {
    path: '/rights',
    word: 'room.rights',
    icon: IconMailQuestion,
    needs: contract.rights.list,
    work: { word: 'rail.work.toAnswer', useCount: useRightsToAnswer },
  },
  {
    path: '/orders',
    word: 'room.orders',
    icon: IconClipboardList,
    needs: contract.orders.list,
    keys: 'Alt+8',
    work: { word: 'rail.work.toDo', useCount: useSentToDo },
    within: { '/orders/corrections': contract.corrections.list },
    apart: true,
  },
  { path: '/printing', word: 'room.printing', icon: IconPrinter, needs: contract.cards.preview, apart: true },
  {
    path: '/weekly',
    word: 'room.weekly',
    icon: IconUsb,
    needs: contract.weekly.status,
    within: { '/weekly/rescue': contract.rescue.look },
  },
  { path: '/settings', word: 'room.settings', icon: IconSettings, needs: contract.diagnostics.about },
  { path: '/journal', word: 'room.journal', icon: IconBook2, needs: contract.journal.page },
] as const satisfies readonly Room[];

/** True where nothing may say to this role that there is such a room. */
export function isHidden(room: Room, role: Role): boolean {
  return room.unseen === true && !mayCall(role, room.needs);
}

/** Where a person begins: the first room of their work. An administrator begins in the settings. */
export function firstRoomOf(role: Role): string {
  if (role === 'administrator') return '/settings';
  return role === 'auditor' ? '/journal' : '/today';
}

export function roomAt(path: string): Room | null {
  return ROOMS.find((room: Room) => path === room.path || path.startsWith(`${room.path}/`)) ?? null;
}

/** The call without which the screen at this path is of no use. */
export function neededAt(path: string): CallInContract | null {
  const room = roomAt(path);
  return room === null ? null : (room.within?.[path] ?? room.needs);
}
