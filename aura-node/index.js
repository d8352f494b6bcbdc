'use strict';
// Sessions, calls and errors over the native module. The methods follow from the table of operations.

const operations = require('./operations.js');
const native = load();

function load() {
  if (process.env.AURA_NATIVE) return require(process.env.AURA_NATIVE);
  const libc = process.platform === 'linux' ? '-gnu' : process.platform === 'win32' ? '-msvc' : '';
  const name = `aura-${process.platform}-${process.arch}${libc}`;
  try {
    return require(name);
  } catch (cause) {
    throw new Error(`aura has no native part for this machine: \`${name}\` cannot be loaded`, { cause });
  }
}

/** What went wrong: `code` for programs, `message` and `hints` for people. */
class AuraError extends Error {
  constructor(message, { code = 'internal', hints = [], context = [], retryable = false, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AuraError';
    Object.assign(this, { code, hints, context: Object.fromEntries(context), retryable });
  }
}

function errorFrom(json) {
  const failure = JSON.parse(json);
  return new AuraError(failure.message, failure);
}

function well(answer) {
  if (answer.ok) return answer.json;
  throw errorFrom(answer.json);
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
  const render = (format) => () => well(native.render(format, title, JSON.stringify(value)));
  add('toHTML', render('html'));
  add('toMarkdown', render('markdown'));
  add('toVegaLite', () => JSON.parse(well(native.chart(JSON.stringify(value)))));
  return value;
}

/** An operation under way: a promise of its response, and an async iterator over its progress. */
class Call {
  #native = null;
  #events = [];
  #isDone = false;
  #wake = () => {};
  #promise;

  constructor(session, operation, request, read, { signal, onProgress } = {}) {
    this.#promise = new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(stopped(signal));
      const abort = () => {
        this.cancel();
        this.#end();
        reject(stopped(signal));
      };
      const hear = (text) => {
        if (text !== '') {
          const event = JSON.parse(text);
          this.#events.push(event);
          this.#wake();
          try {
            onProgress?.(event);
          } catch (error) {
            this.cancel();
            reject(error);
          }
          return;
        }
        signal?.removeEventListener('abort', abort);
        this.#end();
        const answer = this.#native?.take();
        if (!answer) return;
        if (answer.ok) resolve(read(answer.json));
        else reject(errorFrom(answer.json));
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#native = session.start(operation, request, hear);
    });
    if (signal?.aborted) this.#isDone = true;
  }

  #end() {
    this.#isDone = true;
    this.#wake();
  }

  /** Asks the work to stop; the promise is then rejected with the code `cancelled`. */
  cancel() {
    this.#native?.cancel();
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
    for (;;) {
      while (this.#events.length > 0) yield this.#events.shift();
      if (this.#isDone) break;
      await new Promise((resolve) => {
        this.#wake = resolve;
      });
    }
    await this.#promise;
  }
}

function stopped(signal) {
  const error = new AuraError('stopped on request', { code: 'cancelled', cause: signal.reason });
  error.name = 'AbortError';
  return error;
}

/** The host's object as the native module asks it. Nothing may be thrown or returned here. */
function hosted(host) {
  if (host === undefined || host === null) return undefined;
  return (number, method, request) => {
    Promise.resolve()
      .then(() => (typeof host === 'function' ? host(JSON.parse(request)) : host[method](JSON.parse(request))))
      .then((value) => {
        const usage = { input_tokens: 0, output_tokens: 0 };
        return JSON.stringify(typeof value === 'string' ? { text: value, stop: 'complete', usage } : (value ?? null));
      })
      .then(
        (json) => native.replyWith(number, true, json),
        (error) => {
          const isOurs = error instanceof AuraError;
          const text = isOurs ? error.message : String(error);
          native.replyWith(number, false, isOurs ? error.code : '', text);
        },
      );
  };
}

/** A session over one store. Every operation is a method. */
class Session {
  #native;

  constructor({ model, store, ...options } = {}) {
    this.#native = new native.NativeSession(write(options), hosted(model), hosted(store));
    const problem = this.#native.problem();
    if (problem) throw errorFrom(problem);
  }

  /** Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language. */
  callJson(operation, request, options) {
    return new Call(this.#native, operation, request, (json) => json, options);
  }

  static {
    for (const { name, method, response } of operations) {
      Object.defineProperty(Session.prototype, method, {
        value: function (request, options) {
          let text;
          try {
            text = write(request);
          } catch (error) {
            text = null;
            return new Call({ start: () => { throw error; } }, name, text, undefined, options);
          }
          return new Call(this.#native, name, text, (json) => shown(response, JSON.parse(json)), options);
        },
      });
    }
  }
}

module.exports = { AuraError, Call, Session };
