import { expect, test } from 'vitest';
import { ROLES } from '#shared/kernel/role.ts';
import { contractCalls } from '#tests/support/contract.ts';

/** A changed row is a change of somebody's rights: think of rights first, then write the page anew with `-u`. */
test('the permission table of the handbook is what the contract says', async () => {
  const rows = contractCalls().map(({ name, meta }) => {
    const may = ROLES.map((role) => (meta.roles === 'anyone' ? '○' : meta.roles.includes(role) ? '●' : ''));
    return `| \`${name}\` | ${may.join(' | ')} | ${meta.witnessed === undefined ? '' : '✎'} |`;
  });
  const page = [
    '# Who may make which call',
    '',
    'Derived from `src/shared/contract`. ● with this role · ○ before signing in too · ✎ leaves an access line in the journal before it answers.',
    '',
    `| call | ${ROLES.join(' | ')} | witnessed |`,
    `|---|${ROLES.map(() => ':-:').join('|')}|:-:|`,
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/permissions.md');
});
