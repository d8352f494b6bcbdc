//! The block function of ChaCha with eight rounds (Bernstein 2008), one block at a time.
//!
//! Here because a simulation opens a stream for almost every event and takes one or two numbers from it: a
//! generator that always fills four blocks ahead spends three of them for nothing. The tests compare every
//! word with `rand_chacha`.

#![expect(clippy::indexing_slicing, reason = "constant indices into arrays of fixed length")]

/// "expand 32-byte k", the constant of the cipher.
const CONSTANT: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];

/// Eight 64-bit words of the stream `nonce` at block `counter`.
#[inline]
pub(super) fn block(key: &[u32; 8], counter: u64, nonce: u64) -> [u64; 8] {
    let start = [
        CONSTANT[0],
        CONSTANT[1],
        CONSTANT[2],
        CONSTANT[3],
        key[0],
        key[1],
        key[2],
        key[3],
        key[4],
        key[5],
        key[6],
        key[7],
        counter as u32,
        (counter >> 32) as u32,
        nonce as u32,
        (nonce >> 32) as u32,
    ];
    let mut state = start;
    for _ in 0..4 {
        quarter(&mut state, 0, 4, 8, 12);
        quarter(&mut state, 1, 5, 9, 13);
        quarter(&mut state, 2, 6, 10, 14);
        quarter(&mut state, 3, 7, 11, 15);
        quarter(&mut state, 0, 5, 10, 15);
        quarter(&mut state, 1, 6, 11, 12);
        quarter(&mut state, 2, 7, 8, 13);
        quarter(&mut state, 3, 4, 9, 14);
    }
    std::array::from_fn(|word| {
        let low = state[2 * word].wrapping_add(start[2 * word]);
        let high = state[2 * word + 1].wrapping_add(start[2 * word + 1]);
        (u64::from(high) << 32) | u64::from(low)
    })
}

#[inline(always)]
fn quarter(state: &mut [u32; 16], a: usize, b: usize, c: usize, d: usize) {
    state[a] = state[a].wrapping_add(state[b]);
    state[d] = (state[d] ^ state[a]).rotate_left(16);
    state[c] = state[c].wrapping_add(state[d]);
    state[b] = (state[b] ^ state[c]).rotate_left(12);
    state[a] = state[a].wrapping_add(state[b]);
    state[d] = (state[d] ^ state[a]).rotate_left(8);
    state[c] = state[c].wrapping_add(state[d]);
    state[b] = (state[b] ^ state[c]).rotate_left(7);
}
