//! Mutations of Rust that mostly stay Rust: random bytes hardly ever parse, and would test the parser alone.

mod mutation;
mod pieces;

use mutation::Mutator;

/// One in so many mutations is of bytes, as libFuzzer makes it.
const BYTES: u32 = 16;

/// Changes a text in place, and gives its new length.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let max_size = max_size.min(data.len());
    if !seed.is_multiple_of(BYTES)
        && let Ok(text) = std::str::from_utf8(&data[..size])
    {
        let mut mutator = Mutator::new(seed);
        let mut text = text.to_owned();
        for _ in 0..mutator.rounds() {
            let next = mutator.mutate(&text);
            if next.len() <= max_size {
                text = next;
            }
        }
        data[..text.len()].copy_from_slice(text.as_bytes());
        return text.len();
    }
    libfuzzer_sys::fuzzer_mutate(data, size, max_size)
}

/// Puts pieces of one text into another one, and gives the length of the outcome.
pub fn cross(one: &[u8], other: &[u8], out: &mut [u8], seed: u32) -> usize {
    let (Ok(one), Ok(other)) = (std::str::from_utf8(one), std::str::from_utf8(other)) else {
        return 0;
    };
    let crossed = Mutator::new(seed).cross(one, other);
    if crossed.len() > out.len() {
        return 0;
    }
    out[..crossed.len()].copy_from_slice(crossed.as_bytes());
    crossed.len()
}
