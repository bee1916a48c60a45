/** Runs one verb: opens the office, does it, closes the office, prints the outcome. Leaves every file as it was on failure. */
import { existsSync } from 'node:fs';
import { Refusal, refuse, type Failure } from '#shared/kernel/failure.ts';
import { traceOf } from '#shared/kernel/places.ts';
import { VERSION } from '#shared/version.ts';
import { DEFECT, exits } from '#terminal/exits.ts';
import { createOffice, type Office } from '#main/office.ts';
import { failureOf } from '#main/rpc/failure-of.ts';
import type { Shell } from '#main/shell/shell.ts';
import type { OfficeIo } from './io.ts';
import { codeOf, exitOf, type Outcome } from './outcome.ts';
import { parseRequest, usageText, UsageError, type Request } from './usage.ts';
import { verbs } from './verbs.ts';

/** The command line has no dialogs and draws no paper. */
const noShell: Shell = {
  name: 'none',
  chooseFolder: () => Promise.resolve(null),
  chooseFile: () => Promise.resolve(null),
  chooseSave: () => Promise.resolve(null),
  volumes: () => Promise.resolve([]),
  pdf: () => Promise.reject(new Refusal({ code: 'no-printer' })),
  print: () => Promise.reject(new Refusal({ code: 'no-printer' })),
};

/** The exit status. `argv` without node and script. */
export async function runOffice(argv: readonly string[], io: OfficeIo): Promise<number> {
  const json = argv.includes('--json');
  try {
    const request = parseRequest(argv);
    if (request === null) {
      io.out(usageText());
      return exits.done;
    }
    print(await perform(request, io), json, io);
    return exits.done;
  } catch (error) {
    return fail(error, json, io);
  }
}

async function perform(request: Request, io: OfficeIo): Promise<Outcome> {
  const dataDir = request.options.data ?? '';
  // Only what makes an office makes a folder: a mistyped path must not leave an empty one behind.
  if (verbs[request.verb].makesOffice !== true && !existsSync(dataDir)) refuse({ code: 'not-set-up' });
  const office = await createOffice({
    dataDir,
    shell: noShell,
    clock: io.clock,
    version: VERSION,
    reason: 'start',
    door: 'cli',
    onEnd: () => undefined,
    ...(io.argonCost === undefined ? {} : { argonCost: io.argonCost }),
  });
  try {
    const verb = verbs[request.verb];
    if (verb.signsIn) await signIn(office, request, io);
    return await verb.run({ office, options: request.options, io });
  } finally {
    await office.close();
  }
}

async function signIn(office: Office, request: Request, io: OfficeIo): Promise<void> {
  const password = io.env['LAMPLIGHT_PASSWORD'] ?? (await io.askSecret('口令 · password: '));
  if (password === null) refuse({ code: 'wrong-password', waitSeconds: 0 });
  const { login } = request.options;
  if (login === undefined) await office.session.unlockAny(password);
  else await office.session.unlock(login, password);
}

function print(outcome: Outcome, json: boolean, io: OfficeIo): void {
  if (json) io.out(`${JSON.stringify({ ok: true, ...outcome.facts })}\n`);
  else io.out(`${outcome.lines.join('\n')}\n`);
}

function fail(error: unknown, json: boolean, io: OfficeIo): number {
  if (error instanceof UsageError) {
    if (json) io.out(`${JSON.stringify({ ok: false, code: 'usage', detail: error.message })}\n`);
    io.err(`${error.message}\n${usageText()}`);
    return exits.usage;
  }
  const failure: Failure = failureOf(error, (reference) => {
    // On a terminal the person is the log, and it says no more than a log may.
    io.err(`${reference} ${traceOf(error)}\n`);
  });
  const { code: _code, ...detail } = failure;
  const code = codeOf(failure);
  if (json) io.out(`${JSON.stringify({ ok: false, code, ...detail })}\n`);
  io.err(`未完成，原有数据没有改动 · not done, nothing was changed: ${code}${describe(detail)}\n`);
  const exit = exitOf(failure);
  return exit === 'defect' ? DEFECT : exits[exit];
}

function describe(detail: object): string {
  return Object.keys(detail).length === 0 ? '' : ` ${JSON.stringify(detail)}`;
}
