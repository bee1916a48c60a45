/** Tells a disk that fails from a file that is wrong: only the first has words of its own outside this room. */

/** The code of an error of the operating system such as `ENOENT`, or null. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error && 'errno' in error && 'code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('E') ? error.code : null;
}

export function isSystemError(error: unknown): boolean {
  return systemCode(error) !== null;
}
