/** The contract as a list, so that a test can hold every call to a rule. */
import { isContractProcedure, type AnyContractRouter, type AnySchema } from '@orpc/contract';
import type { CallMeta } from '#shared/contract/call.ts';
import { contract } from '#shared/contract/index.ts';

export interface ContractCall {
  /** `visitors.register` */
  readonly name: string;
  readonly meta: CallMeta;
  readonly input: AnySchema | undefined;
  readonly output: AnySchema | undefined;
}

export function contractCalls(): ContractCall[] {
  return walk(contract, []);
}

function walk(node: AnyContractRouter, path: readonly string[]): ContractCall[] {
  if (isContractProcedure(node)) {
    const { meta, inputSchema, outputSchema } = node['~orpc'];
    return [{ name: path.join('.'), meta: meta as CallMeta, input: inputSchema, output: outputSchema }];
  }
  return Object.entries(node).flatMap(([name, child]) => walk(child, [...path, name]));
}
