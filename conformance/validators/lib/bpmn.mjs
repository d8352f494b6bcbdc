// BPMN files by bpmn-moddle (which reads every modeler's files) and bpmnlint, and whether all of it is drawn.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);

export async function judge(files) {
  const Linter = require('bpmnlint/lib/linter');
  const Resolver = require('bpmnlint/lib/resolver/node-resolver');
  const config = { extends: ['bpmnlint:correctness', 'bpmnlint:recommended'] };
  const problems = new Map();
  // Some rules remember what they saw, so each file has a linter of its own.
  for (const file of files) problems.set(file, await judgeOne(file, new Linter({ resolver: new Resolver(), config })).catch((error) => [`bpmn-moddle: ${error.message}`]));
  return problems;
}

async function judgeOne(file, linter) {
  const read = await new BpmnModdle().fromXML(readFileSync(file, 'utf8'));
  const found = read.warnings.map((warning) => `bpmn-moddle: ${warning.message.trim().split('\n')[0]}`);
  found.push(...undrawn(read), ...(await unstable(read)));
  for (const [rule, reports] of Object.entries(await linter.lint(read.rootElement))) {
    for (const report of reports.filter((report) => report.category !== 'warn')) found.push(`bpmnlint ${rule}: ${report.id ?? '?'} ${report.message}`);
  }
  return found;
}

/** Every node and flow has a shape or an edge, and no shape has a size of nothing. */
function undrawn(read) {
  const planes = (read.rootElement.diagrams ?? []).map((diagram) => diagram.plane);
  const pictures = planes.flatMap((plane) => plane?.planeElement ?? []).filter((picture) => picture.bpmnElement);
  const drawn = new Map(pictures.map((picture) => [picture.bpmnElement.id, picture]));
  const elements = Object.values(read.elementsById).filter((element) => ['bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:MessageFlow'].some((kind) => element.$instanceOf?.(kind)));
  return elements.flatMap((element) => {
    const picture = drawn.get(element.id);
    if (!picture) return [`diagram: ${element.$type} ${element.id} is not drawn`];
    if (picture.$type === 'bpmndi:BPMNEdge') return (picture.waypoint ?? []).length >= 2 ? [] : [`diagram: ${element.id} has fewer than two waypoints`];
    const { width = 0, height = 0 } = picture.bounds ?? {};
    return width > 0 && height > 0 ? [] : [`diagram: ${element.id} has no size`];
  });
}

/** Writing what was read and reading it again loses nothing. */
async function unstable(read) {
  const { xml } = await new BpmnModdle().toXML(read.rootElement);
  const again = await new BpmnModdle().fromXML(xml);
  const [before, after] = [read, again].map((one) => Object.keys(one.elementsById).length);
  return before === after ? [] : [`bpmn-moddle: ${before - after} elements are lost when it is written again`];
}
