// How the store speaks to PostgreSQL: a statement and its rows, numbers as numbers, a page of rows by COPY.
import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Pool or client: a statement outside any transaction, or inside one. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/** Type of bigint in the catalogue of PostgreSQL. */
const BIGINT = 20;

/** No number of the format is above 2⁵³ − 1. */
const numbers: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === BIGINT ? Number : (pg.types.getTypeParser(type, format) as (text: string) => unknown),
};

export function poolOn(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: numbers,
    application_name: 'lamplight-station',
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is noticed by the next statement, which says so in words.
  pool.on('error', ignore);
  return pool;
}

export async function rows<Row>(
  sql: Sql,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { rows: found } = await sql.query(text, [...values]);
  return found as Row[];
}

export async function first<Row>(
  sql: Sql,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | null> {
  return (await rows<Row>(sql, text, values))[0] ?? null;
}

export async function run(sql: Sql, text: string, values: readonly unknown[] = []): Promise<void> {
  await sql.query(text, [...values]);
}

type Cell = string | number | boolean | Buffer | null;

/** Streams rows into a table. `into` names table and columns; the order of the cells is that of the columns. */
export async function copyRows(
  client: pg.ClientBase,
  into: string,
  table: Iterable<readonly Cell[]>,
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  const ended = once(stream, 'finish');
  let text = '';
  for (const row of table) {
    text += `${row.map(cellText).join('\t')}\n`;
    if (text.length < PIECE) continue;
    stream.write(text);
    text = '';
  }
  stream.end(text);
  await ended;
}

/** Characters handed over at a time. */
const PIECE = 256 * 1024;

/** https://www.postgresql.org/docs/current/sql-copy.html, text format. */
function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell !== 'string') return `\\\\x${cell.toString('hex')}`;
  return ESCAPED.test(cell) ? cell.replaceAll(ESCAPES, (sign) => escapes[sign] ?? sign) : cell;
}

const ESCAPED = /[\\\n\r\t]/;
const ESCAPES = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const ignore = (): void => undefined;

/** Takes everything back where `work` fails; a connection that failed is not used again. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // Said by the statement that meets it; unheard, it would end the process.
  client.on('error', ignore);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.off('error', ignore);
    client.release();
    return result;
  } catch (error) {
    // Ending the connection takes back whatever it had begun, also where it can no longer be told to.
    client.release(true);
    throw error;
  }
}
