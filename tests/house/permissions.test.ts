import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { expect, test } from 'vitest';
import type { CallMeta } from '#shared/contract/call.ts';
import { contract } from '#shared/contract/index.ts';
import { ROLES } from '#shared/kernel/role.ts';

test('the permission table of the handbook is what the contract says', async () => {
  const rows = callsOf(contract, []).map(([name, meta]) => {
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

function callsOf(node: AnyContractRouter, path: readonly string[]): [string, CallMeta][] {
  if (isContractProcedure(node)) return [[path.join('.'), node['~orpc'].meta as CallMeta]];
  return Object.entries(node).flatMap(([name, child]) => callsOf(child, [...path, name]));
}
