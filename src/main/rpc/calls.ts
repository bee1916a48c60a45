/** What a room of the back office has to provide: one function for each call of its contract, typed from the contract. */
import type {
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  AnySchema,
} from '@orpc/contract';
import type { CallMeta } from '#shared/contract/call.ts';
import type { Caller } from '#shared/kernel/caller.ts';

export interface CallContext {
  /** Aborted when the person cancels or the counter goes away. */
  readonly signal: AbortSignal | undefined;
}

/** Input as parsed, output before it is stripped to its schema. Rooms answer at once or with a promise. */
export type Calls<C> =
  C extends ContractProcedure<
    infer Input extends AnySchema,
    infer Output extends AnySchema,
    ErrorMap,
    CallMeta
  >
    ? (
        input: InferSchemaOutput<Input>,
        caller: Caller,
        context: CallContext,
      ) => InferSchemaInput<Output> | Promise<InferSchemaInput<Output>>
    : { [K in keyof C]: Calls<C[K]> };
