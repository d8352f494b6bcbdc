// Aura in a browser, or wherever WebAssembly runs: the same sessions, operations and bytes, without a model, a store
// of the host, threads or a file. A call works on the thread that makes it; use a Worker to keep a page responsive.
import operations from './operations.mjs';

/** What went wrong: `code` for programs, `message` and `hints` for people. */
export class AuraError extends Error {
  constructor(message, { code = 'internal', hints = [], context = {}, retryable = false, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AuraError';
    Object.assign(this, { code, hints, context, retryable });
  }
}

let compiled = null;
let module = null;
let present = null;

/** Loads the module, once; `source` is its address, its bytes, or a compiled module. */
export async function load(source = new URL('./aura.wasm', import.meta.url)) {
  compiled ??= compile(source);
  module = await compiled;
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof URL) && typeof source !== 'string') return WebAssembly.compile(source);
  const url = new URL(source, import.meta.url);
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return WebAssembly.compile(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new AuraError(`the module cannot be loaded: ${response.status}`, { code: 'internal' });
  return WebAssembly.compile(await response.arrayBuffer());
}

/** One module with its memory. After a fault of its own nothing in it can be trusted, and another one takes over. */
class Instance {
  listener = null;

  constructor() {
    const event = (start, length) => this.listener?.(this.#text(start, length));
    this.exports = new WebAssembly.Instance(module, { aura: { event } }).exports;
  }

  #text(start, length) {
    return new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, start, length));
  }

  #put(text) {
    const bytes = new TextEncoder().encode(text);
    const start = this.exports.room(bytes.length);
    new Uint8Array(this.exports.memory.buffer, start, bytes.length).set(bytes);
    return [start, bytes.length];
  }

  /** Calls an export with numbers and texts, and gives its answer. */
  ask(name, ...values) {
    let isWell;
    try {
      isWell = this.exports[name](...values.flatMap((value) => (typeof value === 'string' ? this.#put(value) : [value])));
    } catch (cause) {
      if (present === this) present = null;
      if (!(cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError)) throw cause;
      throw new AuraError('Aura stopped at a fault of its own', {
        hints: ['please report it, with the request that led to it', 'the session goes on, but what it kept is lost'],
        cause,
      });
    }
    const answer = this.#text(this.exports.answer_start(), this.exports.answer_length());
    if (isWell) return answer;
    const failure = JSON.parse(answer);
    throw new AuraError(failure.message, failure);
  }
}

function instance() {
  if (module) return (present ??= new Instance());
  throw new AuraError('the module is not loaded', { code: 'invalid_request', hints: ['`await load()` first'] });
}

function write(value) {
  try {
    return JSON.stringify(value ?? {}, (_key, member) => {
      if (typeof member === 'number' && !Number.isFinite(member)) throw new TypeError(`${member} is no number in JSON`);
      return member;
    });
  } catch (cause) {
    throw new AuraError(`the request cannot be written: ${cause.message}`, { code: 'invalid_request', cause });
  }
}

/** Gives a response its ways to show itself. They are not members of the document. */
function shown(title, value) {
  const add = (name, make) => Object.defineProperty(value, name, { value: make, enumerable: false });
  const show = (format) => () => instance().ask('show', format, title, JSON.stringify(value));
  add('toHTML', show('html'));
  add('toMarkdown', show('markdown'));
  add('toVegaLite', () => JSON.parse(show('chart')()));
  return value;
}

/** An operation under way: a promise of its response, and an async iterator over its progress. */
export class Call {
  #events = [];
  #cancelled = false;
  #promise;

  constructor(work, { signal, onProgress } = {}) {
    // Begun a moment later, so that a call can still be cancelled and whoever made it goes on first.
    this.#promise = Promise.resolve().then(() => {
      if (this.#cancelled || signal?.aborted) {
        const error = new AuraError('stopped on request', { code: 'cancelled', cause: signal?.reason });
        if (signal?.aborted) error.name = 'AbortError';
        throw error;
      }
      return work((event) => {
        this.#events.push(event);
        onProgress?.(event);
      });
    });
    this.#promise.catch(() => {});
  }

  cancel() {
    this.#cancelled = true;
  }

  then(resolved, rejected) {
    return this.#promise.then(resolved, rejected);
  }

  catch(rejected) {
    return this.#promise.catch(rejected);
  }

  finally(settled) {
    return this.#promise.finally(settled);
  }

  get [Symbol.toStringTag]() {
    return 'Call';
  }

  async *[Symbol.asyncIterator]() {
    await this.#promise.catch(() => {});
    while (this.#events.length > 0) yield this.#events.shift();
    await this.#promise;
  }
}

/** A session over a store in memory. Every operation is a method. */
export class Session {
  #options;
  #instance = null;
  #number;

  constructor(options = {}) {
    for (const name of ['model', 'store', 'path']) {
      if (options[name] === undefined) continue;
      throw new AuraError(`there is no \`${name}\` in the browser`, { code: 'invalid_request' });
    }
    this.#options = write({ clock: false, ...options });
    this.#open();
  }

  /** The module with this session in it; after a fault both are new. */
  #open() {
    const now = instance();
    if (this.#instance === now) return now;
    this.#number = Number(now.ask('open', this.#options));
    this.#instance = now;
    return now;
  }

  /** Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language. */
  callJson(operation, request, options) {
    return new Call((hear) => this.#run(operation, request, hear), options);
  }

  #run(operation, request, hear) {
    let problem = null;
    const own = this.#open();
    own.listener = (text) => {
      try {
        hear(JSON.parse(text));
      } catch (error) {
        problem ??= error;
      }
    };
    try {
      const answer = own.ask('call', this.#number, operation, request);
      if (problem) throw problem;
      return answer;
    } finally {
      own.listener = null;
    }
  }

  static {
    for (const { name, method, response } of operations) {
      Object.defineProperty(Session.prototype, method, {
        value: function (request, options) {
          return new Call((hear) => shown(response, JSON.parse(this.#run(name, write(request), hear))), options);
        },
      });
    }
  }
}
