//! The memory of this process.

/// The most memory that this process had so far, in megabytes; 0 where the system does not tell it.
pub(crate) fn peak_megabytes() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0) * 1_024 / 1_000_000
}
