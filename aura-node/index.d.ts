import type { ErrorCode, ModelRequest, ModelResponse, Operations, ProgressEvent, SessionOptions } from './types.js';

export type * from './types.js';

/** What went wrong: `code` for programs, `message` and `hints` for people. */
export declare class AuraError extends Error {
  constructor(message: string, details?: { code?: ErrorCode; hints?: string[]; retryable?: boolean; cause?: unknown });
  /** Stable code. */
  readonly code: ErrorCode;
  /** What can be done about it. */
  readonly hints: string[];
  /** Named facts about the case. */
  readonly context: Record<string, string>;
  /** Whether the same call may work later without a change. */
  readonly retryable: boolean;
}

/** How a call is listened to and stopped. */
export interface CallOptions {
  /** Stops the work; the call is then rejected with the code `cancelled`. */
  signal?: AbortSignal;
  /** Hears each event. */
  onProgress?: (event: ProgressEvent) => void;
}

/** The ways in which a response shows itself. */
export interface Shown {
  /** A fragment of HTML, escaped, for light and dark pages. */
  toHTML(): string;
  /** Markdown, escaped. */
  toMarkdown(): string;
  /** A Vega-Lite specification of a run, a sensitivity or a verdict. */
  toVegaLite(): Record<string, unknown>;
}

/** An operation under way: a promise of its response, and an async iterator over its progress. */
export declare class Call<T> implements Promise<T>, AsyncIterable<ProgressEvent> {
  private constructor();
  /** Asks the work to stop; the promise is then rejected with the code `cancelled`. */
  cancel(): void;
  then<A = T, B = never>(
    resolved?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B>;
  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B>;
  finally(settled?: (() => void) | null): Promise<T>;
  readonly [Symbol.toStringTag]: string;
  [Symbol.asyncIterator](): AsyncIterator<ProgressEvent>;
}

/** A language model of the host: a function of a request, or an object with `complete`. */
export type Model =
  | ((request: ModelRequest) => string | ModelResponse | Promise<string | ModelResponse>)
  | { complete(request: ModelRequest): string | ModelResponse | Promise<string | ModelResponse> };

/** A store of the host. Each method takes and gives plain values; see `aura-ffi/src/host/store.rs` for their forms. */
export interface Store {
  commit(request: Record<string, unknown>): unknown;
  artifact(request: { id: string }): unknown;
  project(request: { id: string }): unknown;
  projects(request: Record<string, never>): unknown;
  history(request: { id: string; most: number }): unknown;
}

/** A session over one store. Every operation is a method. */
export declare class Session {
  constructor(options?: Partial<SessionOptions> & { model?: Model; store?: Store });
  /** Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language. */
  callJson(operation: string, request: string, options?: CallOptions): Call<string>;
}
export interface Session extends Operations {}
