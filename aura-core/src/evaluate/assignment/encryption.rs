//! Payloads that were encrypted for the kits: AES-128 in CBC mode with PKCS 7 padding, both parts in base64.

use aes::Aes128;
use aes::cipher::{Array, BlockCipherDecrypt as _, KeyInit as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::error::{Error, ErrorCode, Result};

const BLOCK: usize = 16;

/// Decrypts `vector.payload` with a key, all in base64. The text is not proven to be authentic: CBC cannot do that.
///
/// # Errors
/// `invalid_data` where a part is missing, is not base64, has the wrong length, or the key does not fit.
pub fn decrypt(encrypted: &str, key: &str) -> Result<String> {
    let (vector, payload) =
        encrypted.split_once('.').ok_or_else(|| wrong("there is no `.` between its parts"))?;
    let read =
        |what: &str, text: &str| STANDARD.decode(text).map_err(|_| wrong(format!("{what} is not base64")));
    let (key, vector, payload) =
        (read("the key", key)?, read("the first part", vector)?, read("the second part", payload)?);
    let key: [u8; BLOCK] = key.try_into().map_err(|_| wrong("the key does not have 16 bytes"))?;
    let mut before: [u8; BLOCK] =
        vector.try_into().map_err(|_| wrong("the first part does not have 16 bytes"))?;
    if payload.is_empty() || payload.len() % BLOCK != 0 {
        return Err(wrong("the second part is not made of whole blocks"));
    }
    let cipher = Aes128::new(&Array::from(key));
    let mut plain = Vec::with_capacity(payload.len());
    for block in payload.chunks_exact(BLOCK) {
        let mut current = [0_u8; BLOCK];
        current.copy_from_slice(block);
        let mut opened = Array::from(current);
        cipher.decrypt_block(&mut opened);
        plain.extend(opened.iter().zip(before).map(|(byte, mask)| byte ^ mask));
        before = current;
    }
    let padding = usize::from(plain.last().copied().unwrap_or(0));
    let kept = plain.len().checked_sub(padding).filter(|_| (1..=BLOCK).contains(&padding));
    let kept = kept.ok_or_else(|| wrong("the key does not fit"))?;
    if plain.iter().skip(kept).any(|&byte| usize::from(byte) != padding) {
        return Err(wrong("the key does not fit"));
    }
    plain.truncate(kept);
    String::from_utf8(plain).map_err(|_| wrong("the key does not fit"))
}

fn wrong(reason: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::InvalidData, format!("the payload cannot be decrypted: {reason}"))
}
