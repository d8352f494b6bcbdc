//! UniFFI's own generator as a program of this workspace, so that it fits the version of the library to the letter.

fn main() {
    uniffi::uniffi_bindgen_main();
}
