//! What stands around everything that is kept, so that damage shows.
//!
//! In: a key and a payload. Out: a head for the payload; and from bytes that were read, where the payload begins.
//! *Invariant:* bytes that differ from what was written in any place are refused, whatever they are.

use super::key::Key;
use crate::system::Digest;

/// Counts the versions of all that is kept: one more with every change of a wire format.
const FORMAT: u32 = 1;

/// From so many bytes on, all threads work on a digest.
const LONG: usize = 1 << 20;

/// The length of a number in bytes.
const NUMBER: usize = size_of::<u64>();

/// The beginning of each file: what it is, of which format, and by which version of the program.
fn mark() -> String {
    format!("bulkhead cache {FORMAT} {}\n", env!("CARGO_PKG_VERSION"))
}

/// What is written before a payload, which may come in parts: the mark, the key, the length and the digest of the payload.
pub(super) fn head(key: &Key, payload: &[&[u8]]) -> Vec<u8> {
    let length: usize = payload.iter().map(|part| part.len()).sum();
    let mut head = mark().into_bytes();
    head.extend(key.bytes());
    head.extend((length as u64).to_le_bytes());
    head.extend(digest(payload));
    head
}

/// Where the payload begins in bytes that were read; `None` unless they are what was written for the key.
pub(super) fn opened(key: &Key, bytes: &[u8]) -> Option<usize> {
    let rest = bytes.strip_prefix(mark().as_bytes())?;
    let rest = rest.strip_prefix(key.bytes())?;
    let (length, rest) = rest.split_at_checked(NUMBER)?;
    let (known, payload) = rest.split_at_checked(size_of::<Digest>())?;
    let is_whole = length == (payload.len() as u64).to_le_bytes();
    let is_sound = is_whole && known == digest(&[payload]);
    is_sound.then(|| bytes.len() - payload.len())
}

fn digest(parts: &[&[u8]]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        if part.len() < LONG {
            hasher.update(part);
        } else {
            hasher.update_rayon(part);
        }
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_damage_is_seen() {
        let key = Key::of([7; 32]);
        let payload = b"what was found out";
        let whole = [&head(&key, &[&payload[..7], &payload[7..]])[..], payload].concat();
        let from = opened(&key, &whole).unwrap();
        assert_eq!(&whole[from..], payload);
        for length in 0..whole.len() {
            assert_eq!(opened(&key, &whole[..length]), None, "cut to {length}");
        }
        for bit in 0..whole.len() * 8 {
            let mut damaged = whole.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(opened(&key, &damaged), None, "bit {bit}");
        }
        assert_eq!(opened(&key, &[&whole[..], b"more"].concat()), None);
        assert_eq!(opened(&Key::of([8; 32]), &whole), None, "another key");
    }

    #[test]
    fn an_empty_payload_is_one() {
        let key = Key::of([7; 32]);
        let whole = head(&key, &[]);
        assert_eq!(opened(&key, &whole), Some(whole.len()));
    }
}
