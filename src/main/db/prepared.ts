/** Statements compiled once a connection: compiling costs more than running them. Only for texts of which there are few. */
import type { Statement, WriteHandle } from './open.ts';

export function preparedBy(db: Pick<WriteHandle, 'prepare'>): (sql: string) => Statement {
  const known = new Map<string, Statement>();
  return (sql) => {
    let statement = known.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      known.set(sql, statement);
    }
    return statement;
  };
}
