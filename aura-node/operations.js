'use strict';
// Written by `cargo xtask generate` from the table of operations. Change that, not this.

module.exports = [
  { name: 'interpret', method: 'interpret', response: 'Interpreted' },
  { name: 'answer', method: 'answer', response: 'Interpreted' },
  { name: 'present_intent', method: 'presentIntent', response: 'Interpreted' },
  { name: 'plan', method: 'plan', response: 'Planned' },
  { name: 'replan', method: 'replan', response: 'Combined' },
  { name: 'present_plan', method: 'presentPlan', response: 'Planned' },
  { name: 'outline', method: 'outline', response: 'Outline' },
  { name: 'edit', method: 'edit', response: 'Edited' },
  { name: 'undo', method: 'undo', response: 'Planned' },
  { name: 'redo', method: 'redo', response: 'Planned' },
  { name: 'versions', method: 'versions', response: 'PlanVersions' },
  { name: 'merge', method: 'merge', response: 'Combined' },
  { name: 'prototype', method: 'prototype', response: 'Prototyped' },
  { name: 'simulate', method: 'simulate', response: 'Simulated' },
  { name: 'replay', method: 'replay', response: 'ReplayReport' },
  { name: 'trace', method: 'trace', response: 'RecordedTrace' },
  { name: 'verify', method: 'verify', response: 'ReplayReport' },
  { name: 'evaluate', method: 'evaluate', response: 'Evaluated' },
  { name: 'handoff', method: 'handoff', response: 'HandedOff' },
  { name: 'why', method: 'why', response: 'Why' },
  { name: 'projects', method: 'projects', response: 'ProjectList' },
  { name: 'history', method: 'history', response: 'HistoryResponse' },
  { name: 'complete', method: 'complete', response: 'ModelResponse' },
];
