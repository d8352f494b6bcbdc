// An Express host that embeds Aura: a goal comes in, progress streams out, and errors keep their codes.
import express from 'express';
import { AuraError, Session } from 'aura';

export const app = express();
const session = new Session();

app.post('/projects', express.json(), async (request, response) => {
  const { project, intent } = await session.interpret({ text: request.body?.text });
  await session.plan({ project });
  response.json({ project, questions: intent.questions });
});

// Server-sent events: one for each sign of progress, the last one with the summary.
app.get('/projects/:project/simulate', async (request, response) => {
  const controller = new AbortController();
  response.on('close', () => controller.abort()); // A reader who leaves stops the work.
  const { project } = request.params;
  const cases = Number(request.query.cases ?? 2000);
  const call = session.simulate({ project, cases, seed: 1 }, { signal: controller.signal });
  response.type('text/event-stream');
  try {
    for await (const event of call) response.write(`data: ${JSON.stringify(event)}\n\n`);
    response.write(`data: ${JSON.stringify({ summary: (await call).explanation.summary })}\n\n`);
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
    response.write(`data: ${JSON.stringify({ code: error.code, message: error.message })}\n\n`);
  }
  response.end();
});

app.get('/projects/:project', async (request, response) => {
  response.type('html').send((await session.presentPlan({ project: request.params.project })).toHTML());
});

app.use((error, _request, response, next) => {
  if (!(error instanceof AuraError)) return next(error);
  const status = error.code === 'not_found' ? 404 : error.code.startsWith('invalid') ? 400 : 503;
  response.status(status).json({ code: error.code, message: error.message, hints: error.hints });
});

if (process.argv[1]?.endsWith('express-host.mjs')) app.listen(Number(process.env.PORT ?? 3000));
