// What the scripts say goes to stderr, so that the stdout of `office` and `station` stays theirs.

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something the person has to do first: one clear line, no stack. */
export class Obstacle extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Obstacle';
  }
}
