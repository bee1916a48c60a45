/** 人口: the list for whoever may read it whole, a way of finding for everybody else. */
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { FinderPage } from './list/finder-page.tsx';
import { PeopleList } from './list/people-list.tsx';

export function PeoplePage() {
  const me = useMe();
  return mayCall(me.role, contract.residents.list) ? <PeopleList /> : <FinderPage />;
}
