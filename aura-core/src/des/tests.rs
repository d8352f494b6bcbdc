//! Tests of the kernel as a whole: closed forms, exact timelines, calendars, pools against a plain model.

mod calendars;
mod closed_forms;
mod pools;
mod station;
mod timelines;
