// The page: it lets Workers do the work, stops one of them in the middle, and tells the server what they say.
const say = (text) => fetch('/say', { method: 'POST', body: text });

function work(task) {
  const worker = new Worker('/worker.mjs', { type: 'module' });
  worker.postMessage(task);
  return worker;
}

/** Stops a run that would take minutes after its first events; the page goes on meanwhile. */
async function stopped() {
  const worker = work('long');
  let [events, ticks] = [0, 0];
  const timer = setInterval(() => { ticks += 1; }, 5);
  await new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data !== 'event') reject(new Error(`the long run said ${data}`));
      events += 1;
      if (events > 2 && ticks > 5) resolve();
    };
  });
  worker.terminate();
  clearInterval(timer);
  const seen = events;
  await new Promise((resolve) => { setTimeout(resolve, 200); });
  if (events !== seen) throw new Error('a worker that was ended goes on');
}

/** The lines of the vectors. */
function vectors() {
  const worker = work('vectors');
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => resolve(data.join('\n'));
  });
}

try {
  await stopped();
  await say('page: a run was stopped, and the page went on');
  await say(await vectors());
  await say('end');
} catch (error) {
  await say(`FAIL page: ${error.stack ?? error}`);
}
