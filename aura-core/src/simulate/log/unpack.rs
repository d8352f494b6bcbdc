//! Packed bytes and old alphabets.

use std::borrow::Cow;
use std::io::Read;

use flate2::bufread::MultiGzDecoder;

use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// The bytes as they were before gzip packed them (RFC 1952); others as they are.
pub(super) fn unpack<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Cow<'a, [u8]>> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        Limits::check_input("the event log", bytes.len(), limits.log_bytes)?;
        return Ok(Cow::Borrowed(bytes));
    }
    let mut unpacked = Vec::new();
    let packed = MultiGzDecoder::new(bytes);
    packed.take(limits.log_bytes.saturating_add(1)).read_to_end(&mut unpacked).map_err(|error| {
        Error::new(ErrorCode::InvalidData, "the packed event log is damaged or cut off")
            .with_source(error)
            .with_hint("fetch the file again, or unpack it yourself")
    })?;
    Limits::check_input("the unpacked event log", unpacked.len(), limits.log_bytes)?;
    Ok(Cow::Owned(unpacked))
}

/// The text of an XML file that says that it is in ISO 8859-1.
pub(super) fn from_latin_1(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(200))?.to_ascii_lowercase();
    let says = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    let is_latin = says(b"encoding=\"iso-8859-1\"") || says(b"encoding='iso-8859-1'");
    is_latin.then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
}
