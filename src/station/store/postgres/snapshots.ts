// What came of each snapshot, in PostgreSQL: the latest word on it.
import type { ComparedSnapshot, StationStore } from '#station/store/port.ts';
import { first, run, type Sql } from './sql.ts';

type Own = 'snapshot' | 'lastSnapshot' | 'addSnapshot';

export function openSnapshots(sql: Sql): Pick<StationStore, Own> {
  const select = `SELECT office, epoch, n, manifest_sha256 AS "manifestSha256", file_sha256 AS file, rows, verdict, detail,
      compared_at AS at FROM station.snapshots WHERE office = $1`;
  return {
    async snapshot(office, manifestSha256) {
      type Dated = ComparedSnapshot & { at: string };
      const found = await first<Dated>(sql, `${select} AND manifest_sha256 = $2`, [office, manifestSha256]);
      if (found === null) return null;
      const { at: _, ...snapshot } = found;
      return snapshot;
    },
    lastSnapshot: (office) =>
      first(sql, `${select} ORDER BY compared_at DESC, epoch DESC, n DESC LIMIT 1`, [office]),
    addSnapshot: ({ office, epoch, n, manifestSha256, file, rows, verdict, detail }, at) =>
      run(
        sql,
        `INSERT INTO station.snapshots VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (office, manifest_sha256) DO UPDATE
           SET epoch = excluded.epoch, n = excluded.n, file_sha256 = excluded.file_sha256, rows = excluded.rows,
             verdict = excluded.verdict, detail = excluded.detail, compared_at = excluded.compared_at`,
        [office, epoch, n, manifestSha256, file, rows, verdict, detail, at],
      ),
  };
}
