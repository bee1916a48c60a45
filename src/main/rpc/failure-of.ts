/** Anything thrown → a failure with words. What nobody foresaw goes to the log under a short reference. */
import { randomBytes } from 'node:crypto';
import { Refusal, type Failure } from '#shared/kernel/failure.ts';

/** Keeps what a defect looked like, without its message: that may quote somebody's data. */
export type DefectLog = (reference: string, error: unknown) => void;

export function failureOf(error: unknown, log: DefectLog): Failure {
  if (error instanceof Refusal) return error.failure;
  const known = systemFailure(codeOf(error));
  if (known !== null) return known;
  const reference = randomBytes(4).toString('hex');
  log(reference, error);
  return { code: 'unexpected', reference };
}

/** Errors of the system and of SQLite that a person can act on. */
function systemFailure(code: string): Failure | null {
  if (FULL.has(code)) return { code: 'disk-full' };
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return { code: 'read-only' };
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return { code: 'data-damaged', part: 'database' };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'busy' };
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || IO.has(code))
    return { code: 'io', detail: code };
  return null;
}

/** A full disk; SQLite says it in its own way where the file it shares between connections finds no room. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']);

/** A folder that is gone or no folder, a stick pulled out, a share that no longer answers. */
const IO: ReadonlySet<string> = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EBUSY',
  'ENAMETOOLONG',
  'ESTALE',
  'ETIMEDOUT',
  'EHOSTDOWN',
]);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
