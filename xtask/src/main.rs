//! The project's own chores, so that nobody needs to remember a command line.

fn main() {
    println!("cargo xtask test | tidy | generate | eval");
}
