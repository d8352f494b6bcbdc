//! The table of operations for the browser, as one WebAssembly module without a package of glue.
//!
//! In come addresses and lengths of texts; out come an answer that is read by its address and length, and events by
//! one imported function. The module has one thread and no clock, files or network; `web.mjs` of the Node package
//! makes sessions, promises and errors of it. Never here: an operation; those are in `aura-ffi`.

use std::cell::RefCell;

use aura_ffi::{Failure, Session, Signal};

thread_local! {
    /// The sessions by their number, and the last answer.
    static STATE: RefCell<(Vec<Option<Session>>, String)> = const { RefCell::new((Vec::new(), String::new())) };
}

#[cfg(target_family = "wasm")]
#[link(wasm_import_module = "aura")]
unsafe extern "C" {
    /// Tells the host of an event; the text is valid until it returns.
    fn event(start: *const u8, length: usize);
}

/// Where there is no such host, nobody listens.
#[cfg(not(target_family = "wasm"))]
unsafe extern "C" fn event(_start: *const u8, _length: usize) {}

/// Room for a text of the host. It is given back by the function that reads it.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Takes a text back that the host wrote into its room.
fn taken(start: *mut u8, length: usize) -> String {
    // SAFETY: `web.mjs` gives each address once, as `room` gave it, with the same length.
    let bytes = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(start, length)) };
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Keeps an answer for `answer_start` and `answer_length`; gives 1 where all is well.
fn put(outcome: Result<String, Failure>) -> u32 {
    let is_well = u32::from(outcome.is_ok());
    let text = outcome.unwrap_or_else(|failure| serde_json::to_string(&failure).unwrap_or_default());
    STATE.with_borrow_mut(|state| state.1 = text);
    is_well
}

/// Where the last answer begins.
#[unsafe(no_mangle)]
pub extern "C" fn answer_start() -> *const u8 {
    STATE.with_borrow(|state| state.1.as_ptr())
}

/// How many bytes the last answer has.
#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    STATE.with_borrow(|state| state.1.len())
}

/// Opens a session with options in JSON; the answer is its number.
#[unsafe(no_mangle)]
pub extern "C" fn open(options: *mut u8, length: usize) -> u32 {
    put(Session::open(&taken(options, length)).map(|session| {
        STATE.with_borrow_mut(|(sessions, _)| {
            sessions.push(Some(session));
            (sessions.len() - 1).to_string()
        })
    }))
}

/// Lets a session go.
#[unsafe(no_mangle)]
pub extern "C" fn close(number: usize) {
    STATE.with_borrow_mut(|(sessions, _)| {
        if let Some(session) = sessions.get_mut(number) {
            *session = None;
        }
    });
}

/// Runs an operation to its end; the answer is the response or the error.
#[unsafe(no_mangle)]
pub extern "C" fn call(
    number: usize,
    name: *mut u8,
    name_length: usize,
    request: *mut u8,
    length: usize,
) -> u32 {
    let (name, request) = (taken(name, name_length), taken(request, length));
    let listener = |signal: Signal<'_>| {
        if let Signal::Event(json) = signal {
            // SAFETY: the text lives until the host has returned, and the host keeps no address of it.
            unsafe { event(json.as_ptr(), json.len()) };
        }
    };
    let under_way = STATE.with_borrow(|(sessions, _)| {
        let session = sessions.get(number).and_then(Option::as_ref)?;
        Some(session.start(&name, &request, Some(Box::new(listener))))
    });
    let outcome = under_way.and_then(|call| call.take());
    outcome.map_or_else(|| put(Session::open("closed").and(Ok(String::new()))), put)
}

/// A document as `html`, `markdown`, `line` or `chart`.
#[unsafe(no_mangle)]
pub extern "C" fn show(
    format: *mut u8,
    format_length: usize,
    title: *mut u8,
    title_length: usize,
    document: *mut u8,
    length: usize,
) -> u32 {
    let (format, title) = (taken(format, format_length), taken(title, title_length));
    let document = taken(document, length);
    if format == "chart" {
        return put(aura_ffi::chart(&document));
    }
    put(aura_ffi::render(&format, &title, &document))
}
