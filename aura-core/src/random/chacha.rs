//! The block function of ChaCha with eight rounds (Bernstein 2008), one block at a time.
//!
//! Here because a simulation opens a stream for almost every event and takes one or two numbers from it: a
//! generator that always fills four blocks ahead spends three of them for nothing. The tests compare every
//! word with `rand_chacha`.

/// "expand 32-byte k", the constant of the cipher.
const CONSTANT: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];

/// Four 32-bit words, a row of the state: what a vector unit works on at once.
type Row = [u32; 4];

/// Eight 64-bit words of the stream `nonce` at block `counter`.
///
/// The sixteen words stand in four rows, so that the four quarter rounds over columns are one over rows; between them
/// the rows are turned, which makes the diagonals columns (Bernstein 2008, section 3.2).
#[inline]
pub(super) fn block(key: &[u32; 8], counter: u64, nonce: u64) -> [u64; 8] {
    let first = [
        CONSTANT,
        [key[0], key[1], key[2], key[3]],
        [key[4], key[5], key[6], key[7]],
        [counter as u32, (counter >> 32) as u32, nonce as u32, (nonce >> 32) as u32],
    ];
    let [mut a, mut b, mut c, mut d] = first;
    for _ in 0..4 {
        quarters(&mut a, &mut b, &mut c, &mut d);
        b = [b[1], b[2], b[3], b[0]];
        c = [c[2], c[3], c[0], c[1]];
        d = [d[3], d[0], d[1], d[2]];
        quarters(&mut a, &mut b, &mut c, &mut d);
        b = [b[3], b[0], b[1], b[2]];
        c = [c[2], c[3], c[0], c[1]];
        d = [d[1], d[2], d[3], d[0]];
    }
    let a = sum(a, first[0]);
    let b = sum(b, first[1]);
    let c = sum(c, first[2]);
    let d = sum(d, first[3]);
    let word = |low: u32, high: u32| (u64::from(high) << 32) | u64::from(low);
    [
        word(a[0], a[1]),
        word(a[2], a[3]),
        word(b[0], b[1]),
        word(b[2], b[3]),
        word(c[0], c[1]),
        word(c[2], c[3]),
        word(d[0], d[1]),
        word(d[2], d[3]),
    ]
}

#[inline(always)]
fn quarters(a: &mut Row, b: &mut Row, c: &mut Row, d: &mut Row) {
    *a = sum(*a, *b);
    *d = turned::<16>(*d, *a);
    *c = sum(*c, *d);
    *b = turned::<12>(*b, *c);
    *a = sum(*a, *b);
    *d = turned::<8>(*d, *a);
    *c = sum(*c, *d);
    *b = turned::<7>(*b, *c);
}

#[inline(always)]
fn sum(left: Row, right: Row) -> Row {
    [
        left[0].wrapping_add(right[0]),
        left[1].wrapping_add(right[1]),
        left[2].wrapping_add(right[2]),
        left[3].wrapping_add(right[3]),
    ]
}

#[inline(always)]
fn turned<const BITS: u32>(left: Row, right: Row) -> Row {
    [
        (left[0] ^ right[0]).rotate_left(BITS),
        (left[1] ^ right[1]).rotate_left(BITS),
        (left[2] ^ right[2]).rotate_left(BITS),
        (left[3] ^ right[3]).rotate_left(BITS),
    ]
}
