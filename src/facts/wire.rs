//! Facts ↔ bytes: small enough to keep many files' in memory, and to put into a cache.
//!
//! In: facts. Out: bytes, and the same facts again; bytes that are no facts give nothing.
//! *Invariant:* only the same build of the program reads what it has written: the bytes do not say what they are.
//!
//! Numbers take seven bits a byte, names stand once in a table, and a place is told by its distance to the one before it.

mod types;

use crate::base::{Map, Name, Span, name};

/// Facts as bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Packed {
    /// The names that the bytes speak of by number.
    names: Vec<Name>,
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs a value.
    pub(crate) fn of(value: &impl Wire) -> Self {
        let mut writer = Writer::default();
        value.put(&mut writer);
        writer.names.shrink_to_fit();
        writer.bytes.shrink_to_fit();
        Self {
            names: writer.names,
            bytes: writer.bytes,
        }
    }

    /// The value again; `None` where the bytes are another's.
    pub(crate) fn unpack<T: Wire>(&self) -> Option<T> {
        let mut reader = Reader {
            names: &self.names,
            bytes: &self.bytes,
            place: 0,
        };
        let value = T::get(&mut reader)?;
        reader.bytes.is_empty().then_some(value)
    }

    /// The names as texts, and the bytes: what can be read by another process.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.number(self.names.len() as u64);
        for name in &self.names {
            writer.text(name.as_str());
        }
        writer.bytes.extend_from_slice(&self.bytes);
        writer.bytes
    }

    /// What [`Packed::to_bytes`] gave.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader {
            names: &[],
            bytes,
            place: 0,
        };
        let count = reader.count()?;
        let names = (0..count).map(|_| reader.text().map(name));
        Some(Self {
            names: names.collect::<Option<_>>()?,
            bytes: reader.bytes.to_vec(),
        })
    }
}

/// What can be packed.
pub(crate) trait Wire: Sized {
    /// Writes it.
    fn put(&self, writer: &mut Writer);

    /// Reads it; `None` where something else stands there.
    fn get(reader: &mut Reader<'_>) -> Option<Self>;
}

/// Bytes that are written.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    names: Vec<Name>,
    numbers: Map<Name, u32>,
    /// Where the last place began.
    place: u32,
}

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Bytes that are read.
pub(crate) struct Reader<'b> {
    names: &'b [Name],
    bytes: &'b [u8],
    /// Where the last place began.
    place: u32,
}

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0_u64, 0_u32);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// How many things follow: each takes a byte at least.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.bytes.len()).then_some(count)
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.count()?;
        let (text, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }
}

impl Wire for u32 {
    fn put(&self, writer: &mut Writer) {
        writer.number(u64::from(*self));
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        reader.number()?.try_into().ok()
    }
}

impl Wire for usize {
    fn put(&self, writer: &mut Writer) {
        writer.number(*self as u64);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        reader.number()?.try_into().ok()
    }
}

impl Wire for u8 {
    fn put(&self, writer: &mut Writer) {
        writer.bytes.push(*self);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        reader.byte()
    }
}

impl Wire for bool {
    fn put(&self, writer: &mut Writer) {
        writer.bytes.push(u8::from(*self));
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        match reader.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Wire for String {
    fn put(&self, writer: &mut Writer) {
        writer.text(self);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        reader.text().map(str::to_owned)
    }
}

impl Wire for Name {
    fn put(&self, writer: &mut Writer) {
        let next = writer.names.len();
        let number = *writer.numbers.entry(*self).or_insert_with(|| {
            writer.names.push(*self);
            crate::base::number(next)
        });
        number.put(writer);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        let number = usize::get(reader)?;
        reader.names.get(number).copied()
    }
}

impl Wire for Span {
    fn put(&self, writer: &mut Writer) {
        // Forward is even, back is odd.
        let ahead = i64::from(self.start) - i64::from(writer.place);
        let distance = ahead.unsigned_abs() << 1 | u64::from(ahead < 0);
        writer.number(distance);
        writer.number(u64::from(self.end.wrapping_sub(self.start)));
        writer.place = self.start;
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        let distance = reader.number()?;
        let ahead = u32::try_from(distance >> 1).ok()?;
        let start = if distance & 1 == 0 {
            reader.place.checked_add(ahead)?
        } else {
            reader.place.checked_sub(ahead)?
        };
        reader.place = start;
        let length = u32::get(reader)?;
        Some(Self::new(start, start.wrapping_add(length)))
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, writer: &mut Writer) {
        self.is_some().put(writer);
        if let Some(value) = self {
            value.put(writer);
        }
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        Some(if bool::get(reader)? {
            Some(T::get(reader)?)
        } else {
            None
        })
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, writer: &mut Writer) {
        self.len().put(writer);
        for value in self {
            value.put(writer);
        }
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        let count = reader.count()?;
        let mut all = Self::with_capacity(count);
        for _ in 0..count {
            all.push(T::get(reader)?);
        }
        Some(all)
    }
}

impl<T: Wire> Wire for Box<T> {
    fn put(&self, writer: &mut Writer) {
        (**self).put(writer);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        T::get(reader).map(Self::new)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, writer: &mut Writer) {
        self.0.put(writer);
        self.1.put(writer);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        Some((A::get(reader)?, B::get(reader)?))
    }
}

impl<A: Wire, B: Wire, C: Wire> Wire for (A, B, C) {
    fn put(&self, writer: &mut Writer) {
        self.0.put(writer);
        self.1.put(writer);
        self.2.put(writer);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        Some((A::get(reader)?, B::get(reader)?, C::get(reader)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::FileFacts;
    use crate::facts::rust::read;

    const CODE: &str = r#"
        #![macro_use]
        //! Text.
        use a::{self, b::*, c as d, e as _};
        #[cfg(all(unix, not(feature = "x")))] #[path = "z.rs"] pub(crate) mod m;
        pub mod inline { extern crate alloc as al; pub(in crate::x) fn f() {} }
        #[derive(Clone, serde::Serialize)]
        pub struct S<T: A + ?Sized = u8, const N: usize = 1>(pub T, [u8; N]) where T: Iterator<Item = u8>;
        enum E { A { x: u8 }, B(u8) = 3, C }
        trait T: Sized { type X: A = B; const N: u8 = 1; fn g(&mut self, a: impl Fn(u8) -> u8) -> Self::X; m!(); }
        impl<'a, X> T for &'a S<X> { type X = <X as Y>::Z; fn g(&mut self, a: u8) -> u8 { a } }
        macro_rules! n { ($a:expr) => { $crate::x($a) }; }
        type Alias = dyn Fn(&u8, (u8, !)) -> *const u8 + Send;
        include!("a.rs");
        async fn body(mut a: Option<u8>, &[x, ref y @ .., Z]: &[u8]) -> u8 {
            // bulkhead: allow(r, reason = "x", until = "2027-01-01")
            let Some(b) = a else { return 1 };
            // bulkhead: allow(r)
            let c = |d: u8, e| -> u8 { d + e };
            match a { Some(1..=2) | None if c(1, 2) == 3 => 'l: loop { break 'l 1 }, E::A { x } => x, _ => n!(b) }
            if let Some(x) = a && x > 1 { a.await?.f::<u8>(1)[2].0 = -1; } else { S { x, ..y }; }
            for i in 0..3 { while true { a += 1; b"x"; c"x"; 'x'; 1.0; "x"; 1u8; } }
            vec![1; 2]; println!("{A}"); Self::x; (a, b); [a, b]; &mut a; *a; a as u8; async { 1 }; unsafe { 1 }
        }
    "#;

    /// Facts have no equality of their own: all of them can be printed.
    fn printed(facts: &FileFacts) -> String {
        format!("{facts:?}")
    }

    #[test]
    fn what_is_packed_comes_back() {
        let facts = read(CODE);
        assert_eq!(facts.error, None);
        assert!(!facts.allowances.is_empty() && !facts.malformed_allowances.is_empty());
        let packed = Packed::of(&facts);
        let again: FileFacts = packed.unpack().expect("the same");
        assert_eq!(printed(&again), printed(&facts));
        let bytes = packed.to_bytes();
        let read = Packed::from_bytes(&bytes).expect("the same");
        let again: FileFacts = read.unpack().expect("the same");
        assert_eq!(printed(&again), printed(&facts));
        assert!(bytes.len() < 4 * CODE.len(), "{} bytes", bytes.len());
    }

    #[test]
    fn what_is_cut_off_gives_nothing() {
        let bytes = Packed::of(&read(CODE)).to_bytes();
        for end in 0..bytes.len() {
            let cut = Packed::from_bytes(&bytes[..end]);
            assert!(
                cut.and_then(|it| it.unpack::<FileFacts>()).is_none(),
                "{end}"
            );
        }
    }

    #[test]
    fn any_bytes_give_facts_or_nothing_and_no_crash() {
        let bytes = Packed::of(&read(CODE)).to_bytes();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut other = bytes.clone();
                other[at] ^= 1 << bit;
                drop(Packed::from_bytes(&other).and_then(|it| it.unpack::<FileFacts>()));
            }
        }
    }
}
