import { describe, expect, it } from 'vitest';
import { firstRoomOf, roomAt, ROOMS } from '#renderer/app/rooms.ts';
import { listPermissions, mayCall } from '#renderer/client/permissions.ts';
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
      '/printing',
      '/weekly',
      '/settings',
    ]);
    expect(openTo('officer')).toEqual(openTo('auxiliary'));
    expect(openTo('administrator')).toEqual(['/printing', '/weekly', '/settings']);
    expect(openTo('auditor')).toEqual(['/settings', '/journal']);
  });

  it('begin with one that the person may use', () => {
    for (const role of ROLES) expect(openTo(role)).toContain(firstRoomOf(role));
  });

  it('are known by their address and by those below it', () => {
    expect(roomAt('/visitors/07-000123')?.path).toBe('/visitors');
    expect(roomAt('/visitors-of-old')).toBeNull();
  });

  it('show a table of permissions in which only an officer may see a whole phone number, and is witnessed', () => {
    const reveal = listPermissions().find(({ room, verb }) => room === 'visitors' && verb === 'reveal');
    expect(reveal).toMatchObject({ roles: ['officer'], witnessed: true });
    expect(listPermissions().every(({ roles }) => roles.length > 0)).toBe(true);
  });
});
