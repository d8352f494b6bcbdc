// The ten lines of the README: a goal, its plan, a change in plain English, a run, and what it says.
import { Session } from 'aura';

const session = new Session(); // no model, a store in memory; plug in your own
const text = 'Guests check out without an account. Raise completion from 61 % to 68 % within 8 weeks.';
const { project } = await session.interpret({ text });
await session.plan({ project });
console.log((await session.outline({ project })).text);
await session.edit({ project, sentence: 'add a fraud check before the payment' });
const simulated = await session.simulate({ project, seed: 1 });
console.log(simulated.explanation.summary);
