// What users write, for the TypeScript compiler: every line must be understood, and the wrong ones found.
import { AuraError, Session, type Node, type Run } from 'aura';

const session = new Session({ threads: 1 });

export async function titles(project: string): Promise<string[]> {
  const planned = await session.plan({ project });
  const steps: Node[] = planned.plan.nodes.filter((node) => node.kind.type === 'step');
  return steps.map((node) => (node.kind.type === 'step' ? node.title : ''));
}

export async function share(project: string): Promise<number> {
  const call = session.simulate({ project, cases: 100 }, { signal: AbortSignal.timeout(1_000) });
  for await (const event of call) console.log(event.done, event.total);
  const simulated = await call;
  const run: Run = simulated.run;
  return run.outcomes[0]?.share.value ?? simulated.toHTML().length;
}

export function code(error: unknown): string {
  // @ts-expect-error there is no such code
  if (error instanceof AuraError && error.code === 'colour') return '';
  return error instanceof AuraError && error.code === 'not_found' ? (error.hints[0] ?? '') : '';
}

// @ts-expect-error a project is a text
void session.plan({ project: 7 });
// @ts-expect-error there is no such member
void session.simulate({ project: 'project_x', colour: 1 });
