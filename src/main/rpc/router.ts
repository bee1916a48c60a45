/** contract → parse → who → may → witness → handle → reply. One path for every call; rooms know nothing of it. */
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { implement, ORPCError, type Router } from '@orpc/server';
import type { CallMeta, Witness } from '#shared/contract/call.ts';
import { contract, type Contract } from '#shared/contract/index.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse, type Failure } from '#shared/kernel/failure.ts';
import { LABEL_RULE } from '#shared/kernel/person-labels.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import type { Calls } from './calls.ts';
import { failureOf, type DefectLog } from './failure-of.ts';

export type Rooms = Calls<Contract>;
/** Rooms that answer while locked. */
export type FrontRooms = Pick<Rooms, 'session' | 'setup' | 'carry' | 'restore'>;

/** What the router asks the office. */
export interface Gate {
  /** Null while locked. */
  readonly caller: () => Caller | null;
  readonly front: FrontRooms;
  /** Every other room; null while locked. */
  readonly rooms: () => Omit<Rooms, keyof FrontRooms> | null;
  /** Leaves the access line of a witnessed read, before it answers. Refuses where it cannot be written. */
  readonly witness: (caller: Caller, ledger: string, record: string, call: string, reason: string) => void;
  /** Notes that somebody tried what their role may not do. */
  readonly noteRefused: (caller: Caller, call: string) => void;
  readonly log: DefectLog;
}

type Handler = (input: unknown, caller: Caller, context: { signal: AbortSignal | undefined }) => unknown;

/** Of calls that anybody may make before signing in. */
const AT_THE_DOOR: Caller = { staff: 'system', role: 'auditor', door: 'desk' };

export function officeRouter(gate: Gate): Router<Contract, Record<never, never>> {
  return build(contract, [], gate) as Router<Contract, Record<never, never>>;
}

function build(node: AnyContractRouter, path: readonly string[], gate: Gate): unknown {
  if (isContractProcedure(node)) {
    const meta = node['~orpc'].meta as CallMeta;
    return implement(node).handler(async ({ input, signal }: { input: unknown; signal?: AbortSignal }) => {
      try {
        return await answer(path, meta, input, signal, gate);
      } catch (error) {
        // Locked while the call was running: what its closed files threw is no defect.
        const locked = meta.roles !== 'anyone' && gate.caller() === null;
        throw replyOf(locked ? { code: 'locked' } : failureOf(error, gate.log));
      }
    });
  }
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => [name, build(child, [...path, name], gate)]),
  );
}

function answer(
  path: readonly string[],
  meta: CallMeta,
  input: unknown,
  signal: AbortSignal | undefined,
  gate: Gate,
) {
  const name = path.join('.');
  if (meta.roles === 'anyone')
    return handlerAt(gate.front, path)(input, gate.caller() ?? AT_THE_DOOR, { signal });
  const caller = gate.caller();
  const rooms = gate.rooms();
  if (caller === null || rooms === null) return refuse({ code: 'locked' });
  if (!meta.roles.includes(caller.role)) {
    gate.noteRefused(caller, name);
    return refuse({ code: 'forbidden' });
  }
  const handle = handlerAt({ ...rooms, ...gate.front }, path);
  if (meta.witnessed === undefined) return handle(input, caller, { signal });
  return witness(meta.witnessed, input, caller, name, gate, () => handle(input, caller, { signal }));
}

/** No reason, no read; no line, no answer. A read that was refused was no read: nobody is said to have seen what they did not. */
async function witness(
  witnessed: Witness,
  input: unknown,
  caller: Caller,
  name: string,
  gate: Gate,
  read: () => unknown,
): Promise<unknown> {
  const given = input as Record<string, unknown>;
  const reason = [given[witnessed.reason], given['note']]
    .map((part) => (typeof part === 'string' ? cleanText(part) : ''))
    .filter((part) => part !== '');
  if (reason.length === 0) refuse({ code: 'reason-needed' });
  const seen = await read();
  const record = witnessed.record === null ? '-' : String(given[witnessed.record]);
  gate.witness(caller, witnessed.ledger, record, name, reason.join(': '));
  return seen;
}

function handlerAt(rooms: object, path: readonly string[]): Handler {
  const found = path.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], rooms);
  if (typeof found !== 'function') throw new Error(`no room answers ${path.join('.')}`);
  return found as Handler;
}

function replyOf(failure: Failure): ORPCError<'FAILURE', Failure> {
  return new ORPCError('FAILURE', { defined: true, status: 422, message: failure.code, data: failure });
}

/** A call that is not in the contract. */
export function unknownCall(): ORPCError<'FAILURE', Failure> {
  return replyOf({ code: 'invalid', issues: [{ field: '', rule: 'no-such-call' }] });
}

/**
 * What the library itself throws → our failure: an input that did not fit its schema is `invalid`, everything else, such
 * as an answer of ours that does not fit, is a defect with a reference.
 */
export function readableReply(error: unknown, log: DefectLog): ORPCError<'FAILURE', Failure> {
  if (error instanceof ORPCError && error.code === 'FAILURE') return error as ORPCError<'FAILURE', Failure>;
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return replyOf(failureOf(error, log));
  const issues = (error.data as { issues?: readonly SchemaIssue[] } | undefined)?.issues ?? [];
  return replyOf({
    code: 'invalid',
    issues: issues.map(({ path, message }) => ({
      field: fieldIn(path ?? []),
      rule: message === LABEL_RULE ? LABEL_RULE : 'shape',
    })),
  });
}

interface SchemaIssue {
  readonly path?: readonly unknown[];
  readonly message?: string;
}

/** The last name in a path: `visit.phone` is the form's `phone`. */
function fieldIn(path: readonly unknown[]): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}
