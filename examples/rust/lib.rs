//! Programs that embed Aura stand beside this file; run one with `cargo run -p examples --example ten_lines`.
