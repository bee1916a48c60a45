import { describe, expect, it } from 'vitest';
import { firstRoomOf, neededAt, roomAt, ROOMS } from '#renderer/app/rooms.ts';
import { listPermissions, mayCall } from '#renderer/client/permissions.ts';
import { contract } from '#shared/contract/index.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';

const openTo = (role: Role) => ROOMS.filter((room) => mayCall(role, room.needs)).map((room) => room.path);

describe('the rooms of the counter', () => {
  it('are open to the roles that work in them', () => {
    expect(openTo('auxiliary')).toEqual([
      '/today',
      '/visitors',
      '/population',
      '/places',
      '/units',
      '/disputes',
      '/rights',
      '/orders',
      '/printing',
      '/weekly',
      '/settings',
    ]);
    // Both are officers' alone, in the order of the rail.
    const officers = ['/statutory', '/care'];
    expect(openTo('officer').filter((path) => !officers.includes(path))).toEqual(openTo('auxiliary'));
    expect(openTo('officer').filter((path) => officers.includes(path))).toEqual(officers);
    expect(openTo('administrator')).toEqual(['/printing', '/weekly', '/settings']);
    expect(openTo('auditor')).toEqual(['/settings', '/journal']);
  });

  it('begin with one that the person may use', () => {
    for (const role of ROLES) expect(openTo(role)).toContain(firstRoomOf(role));
  });

  it('are known by their address and by those below it', () => {
    expect(roomAt('/visitors/07-000123')?.path).toBe('/visitors');
    expect(roomAt('/visitors-of-old')).toBeNull();
    // Figures are an auditor's too, the matters they are made of are not.
    const mayAuditor = (path: string) => mayCall('auditor', neededAt(path) ?? contract.today.summary);
    expect(mayAuditor('/disputes/figures')).toBe(true);
    expect(mayAuditor('/disputes/07-000123')).toBe(false);
  });

  it('show a table of permissions in which only an officer may see a whole phone number, and is witnessed', () => {
    const reveal = listPermissions().find(({ room, verb }) => room === 'visitors' && verb === 'reveal');
    expect(reveal).toMatchObject({ roles: ['officer'], witnessed: true });
    expect(listPermissions().every(({ roles }) => roles.length > 0)).toBe(true);
  });
});
