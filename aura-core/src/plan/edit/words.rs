//! Amounts in plain words.

use crate::domain::quantity::Unit;

/// An amount with its unit, for example `30 %`, `2 days` or `12.5 EUR`; two decimals at most.
pub(crate) fn amount(value: f64, unit: &Unit) -> String {
    match unit {
        Unit::Share => format!("{} %", number(value * 100.0)),
        // Below a second the parts count, above it they do not.
        Unit::Milliseconds if value < 1_000.0 => format!("{} milliseconds", number(value)),
        Unit::Milliseconds => duration((value / 1_000.0).round().max(0.0) as u64 * 1_000),
        Unit::Money(money) => format!("{} {}", number(value), money.currency),
        _ => number(value),
    }
}

fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A duration in its largest whole unit, for example `2 days` or `90 seconds`.
pub(crate) fn duration(duration_ms: u64) -> String {
    const UNITS: [(u64, &str); 6] = [
        (604_800_000, "week"),
        (86_400_000, "day"),
        (3_600_000, "hour"),
        (60_000, "minute"),
        (1_000, "second"),
        (1, "millisecond"),
    ];
    for (size_ms, name) in UNITS {
        if duration_ms >= size_ms && duration_ms.is_multiple_of(size_ms) {
            let count = duration_ms / size_ms;
            return format!("{count} {name}{}", if count == 1 { "" } else { "s" });
        }
    }
    "no time".to_owned()
}
