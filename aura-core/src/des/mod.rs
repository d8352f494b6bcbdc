//! Discrete-event simulation kernel: virtual time, an ordered event queue, resources, calendars and samplers.
//!
//! It knows nothing of Aura's nouns. In come arrival times, durations and resource rules; out come the
//! times at which things happened. Never here: plans, personas, metrics, wall-clock time.
