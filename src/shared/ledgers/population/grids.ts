/** 双网融合: the police grid (警格) and the civil grids (网格) it covers. */
import * as z from 'zod/mini';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanText } from '#shared/kernel/text-input.ts';

export const GRID_KINDS = ['police', 'civil'] as const;
export type GridKind = (typeof GRID_KINDS)[number];

export const gridFields = {
  kind: z.enum(GRID_KINDS),
  /** What addresses carry: 03, 胜利02. Unique within its kind. */
  code: z.string().check(z.maxLength(20)),
  name: z.string().check(z.maxLength(60)),
  /** Code of the police grid that covers a civil one; null for a police grid, and where nobody has said. */
  policeGrid: z.nullable(z.string().check(z.maxLength(20))),
  /** Who answers for it: the officer of a police grid, the grid worker of a civil one. A name in office, no resident. */
  keeper: z.string().check(z.maxLength(60)),
};
export const gridInput = z.object(gridFields);
export type GridInput = z.infer<typeof gridInput>;

export function cleanGrid(input: GridInput): GridInput {
  return {
    ...input,
    code: cleanText(input.code),
    name: cleanText(input.name),
    keeper: cleanText(input.keeper),
    policeGrid: input.kind === 'police' ? null : cleanText(input.policeGrid ?? '') || null,
  };
}

export function gridIssues(input: GridInput): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (input.code === '') issues.push({ field: 'code', rule: 'required' });
  if (input.name === '') issues.push({ field: 'name', rule: 'required' });
  return [...issues, ...labelIssues(input, ['code', 'name', 'policeGrid', 'keeper'])];
}
