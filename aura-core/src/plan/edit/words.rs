//! Amounts in plain words.

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
