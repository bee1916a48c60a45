/** The recovery code as people read and type it: groups of four, and no difference between O and 0, I, L and 1. */

export function groupsOf(code: string): readonly string[] {
  return plainCode(code).match(/.{1,4}/gu) ?? [];
}

export function isSameCode(typed: string, code: string): boolean {
  return plainCode(typed) === plainCode(code);
}

/** How many groups from the start agree. */
export function agreeingGroups(typed: string, code: string): number {
  const wanted = groupsOf(code);
  const given = groupsOf(typed);
  const wrong = wanted.findIndex((group, index) => given[index] !== group);
  return wrong === -1 ? wanted.length : wrong;
}

function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
}
