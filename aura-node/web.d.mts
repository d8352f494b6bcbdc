import type { AuraError as NodeError, Call as NodeCall, CallOptions } from './index.js';
import type { Operations, SessionOptions } from './types.js';

export type * from './types.js';
export type { CallOptions, Shown } from './index.js';

export declare const AuraError: typeof NodeError;
export type AuraError = NodeError;
export type Call<T> = NodeCall<T>;

/** Loads the module, once; `source` is its address, its bytes, or a compiled module. */
export declare function load(source?: URL | string | BufferSource | WebAssembly.Module): Promise<void>;

/** A session over a store in memory. Every operation is a method. */
export declare class Session {
  constructor(options?: Partial<Omit<SessionOptions, 'path'>>);
  /** Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language. */
  callJson(operation: string, request: string, options?: CallOptions): Call<string>;
}
export interface Session extends Operations {}
