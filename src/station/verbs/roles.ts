// roles: the SQL that separates who receives from who audits. Prints it; whoever owns the database runs it.
import type { Request } from '#station/arguments.ts';
import { refuse } from '#station/refusal.ts';
import sql from '#station/store/postgres/roles.sql?raw';
import type { Report } from './report-shape.ts';

export async function roles(request: Request): Promise<Report> {
  if (!request.flag('print')) refuse('usage', 'roles takes --print');
  return { exit: 'done', body: { sql }, text: sql };
}
