// A Worker that loads the package: it makes a run that takes minutes, or answers every vector.
import { AuraError, Session, load } from '/aura/web.mjs';

async function long() {
  const session = new Session();
  const { project } = await session.interpret({ text: 'Guests check out without an account and pay by card.' });
  await session.plan({ project });
  await session.simulate({ project, cases: 5_000_000 }, { onProgress: () => postMessage('event') });
  postMessage('end');
}

async function hash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answer(session, { operation, request, request_text, save = {} }, saved) {
  let text = request_text ?? JSON.stringify(request ?? {});
  for (const [name, value] of Object.entries(saved)) text = text.replaceAll(`"$${name}"`, () => JSON.stringify(value));
  try {
    const response = await session.callJson(operation, text);
    for (const [name, member] of Object.entries(save)) saved[name] = JSON.parse(response)[member];
    return await hash(response);
  } catch (error) {
    if (error instanceof AuraError) return error.code;
    throw error;
  }
}

async function vectors() {
  const lines = [];
  for (const [file, content] of await (await fetch('/suites.json')).json()) {
    const suite = JSON.parse(content);
    if (!Array.isArray(suite.vectors)) continue;
    const [session, saved] = [new Session(suite.options ?? {}), {}];
    for (const [index, vector] of suite.vectors.entries()) {
      lines.push(`ok ${file} ${index + 1} ${vector.operation} ${await answer(session, vector, saved)}`);
    }
  }
  postMessage(lines);
}

onmessage = async ({ data }) => {
  try {
    await load();
    await (data === 'long' ? long() : vectors());
  } catch (error) {
    // An error inside a promise would not reach the page.
    setTimeout(() => { throw error; });
  }
};
