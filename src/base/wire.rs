//! Values ↔ bytes: small enough to keep many in memory, and to put into a cache.
//!
//! In: values. Out: bytes, and the same values again; bytes that are something else give nothing.
//! *Invariant:* only the same build of the program reads what it has written: the bytes do not say what they are.
//!
//! Numbers take seven bits a byte, names stand once in a table, and a place is told by its distance to the one before it.

use super::{Map, Name, Span, name};

/// A value as bytes.
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
    /// Writes a number of one byte.
    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

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
    /// Reads a number of one byte.
    pub(crate) fn byte(&mut self) -> Option<u8> {
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
            super::number(next)
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

impl Wire for Packed {
    fn put(&self, writer: &mut Writer) {
        self.names.put(writer);
        self.bytes.put(writer);
    }

    fn get(reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            names: Wire::get(reader)?,
            bytes: Wire::get(reader)?,
        })
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
