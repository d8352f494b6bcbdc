//! CPU time of the main thread, which other work on the machine disturbs less than the time on the wall.

use std::time::Instant;

/// CPU time of some work in milliseconds; time on the wall where the system does not tell it.
pub(crate) fn milliseconds(work: &dyn Fn()) -> f64 {
    let (cpu, wall) = (cpu_seconds(), Instant::now());
    work();
    let seconds = match (cpu, cpu_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => wall.elapsed().as_secs_f64(),
    };
    seconds * 1_000.0
}

/// CPU time of the main thread so far.
fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
