/** Where an error came from, for the log: never its message, which may quote somebody's data. */

const PLACES = 12;

/** The kind of an error and where it came from, in lines for a terminal. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [error.name, ...placesOf(error)].join('\n    ');
}

/** Function names and file names of the stack, without folders: they would name the user of the PC. */
export function placesOf(error: Error): string[] {
  // The stack begins with the message, which may have lines that look like places.
  return (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, PLACES)
    .map((line) => line.trim().replace(/(?:file:\/\/)?[/\\][^\s()]*[/\\]([^/\\\s()]+)/g, '$1'));
}
