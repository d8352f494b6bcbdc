//! Statistics kernel: special functions, distributions, summaries and inference.
//!
//! It knows nothing of Aura's nouns. In come numbers; out come estimates, intervals and p-values, each with
//! the source of its formula. Never here: plans, runs, verdicts, wording.
