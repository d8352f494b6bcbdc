//! Tests of the stage: exact timelines, closed forms, a slow simulator beside it, determinism, replay.

mod arbitrary;
mod batches;
mod build;
mod data;
mod defaults;
mod determinism;
mod faults;
mod figures;
mod full;
mod influence;
mod likeness;
mod limits;
mod locales;
mod parts;
mod precision;
mod queues;
mod replays;
mod resources;
mod resumes;
mod schemas;
mod services;
mod sharing;
mod slow;
mod tables;
mod timelines;
mod undo;
