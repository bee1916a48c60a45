// A command line into a request, understood to the letter or refused. A passphrase is never an argument: arguments are seen by every process.
import { parseArgs } from 'node:util';
import { refuse } from './refusal.ts';
import {
  formOf,
  options,
  verbs,
  type FlagName,
  type ListName,
  type ValueName,
  type Verb,
} from './verb-forms.ts';

export interface Request {
  readonly verb: Verb;
  /** What stands beside the options. */
  readonly words: readonly string[];
  /** The value of an option, or null. */
  readonly option: (name: ValueName) => string | null;
  /** Refuses with `usage` where the option was not given. */
  readonly need: (name: ValueName) => string;
  /** Every value of an option that may stand more than once. */
  readonly list: (name: ListName) => readonly string[];
  readonly flag: (name: FlagName) => boolean;
}

/** Options of every verb. */
const everywhere: ReadonlySet<string> = new Set(['json', 'store']);

/** null where only help was asked for. Refuses with `usage` anything that is not understood to the letter. */
export function parseRequest(argv: readonly string[]): Request | null {
  const [word = '', ...rest] = argv;
  if (word === '' || word === 'help' || word === '--help' || word === '-h') return null;
  if (!isVerb(word)) refuse('usage', `unknown verb ${word}`);
  const { values, positionals } = parse(rest);
  if (values.help === true) return null;
  const foreign = Object.keys(values).find(
    (name) => !everywhere.has(name) && !formOf(word).options.some((own) => own === name),
  );
  if (foreign !== undefined) refuse('usage', `${word} has no --${foreign}`);
  checkWords(word, positionals);
  const option = (name: ValueName): string | null => values[name] ?? null;
  return {
    verb: word,
    words: positionals,
    option,
    need: (name) => option(name) ?? refuse('usage', `${word} needs --${name}`),
    list: (name) => values[name] ?? [],
    flag: (name) => values[name] === true,
  };
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(verbs, word);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    refuse('usage', error instanceof Error ? error.message : String(error));
  }
}

function checkWords(verb: Verb, given: readonly string[]): void {
  const { least, most, of } = formOf(verb).words ?? { least: 0, most: 0, of: 'a file' };
  if (given.length < least) refuse('usage', `${verb} needs ${of}`);
  if (most === null || given.length <= most) return;
  refuse('usage', most === 0 ? `${verb} takes no file` : `${verb} takes ${of} and nothing else`);
}

/** Of one verb, or of all where it is none of them. */
export function usageText(word: string): string {
  const shown = (Object.keys(verbs) as Verb[]).filter((verb) => !isVerb(word) || verb === word);
  const lines = shown.map((verb) => {
    const { form, zh, en } = verbs[verb];
    return `  npm run station -- ${form}\n      ${zh} · ${en}\n`;
  });
  return `用法 · usage:\n${lines.join('')}另可加 --store postgres://… 或设 STATION_STORE · every verb takes --store too\n口令取自 STATION_PASSPHRASE 或终端输入 · passphrase from STATION_PASSPHRASE or the terminal\n`;
}
