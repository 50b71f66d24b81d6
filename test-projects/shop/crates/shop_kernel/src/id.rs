//! Identities: a number that knows what it counts.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

pub struct Id<T> {
    raw: u64,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    #[must_use]
    pub const fn new(raw: u64) -> Self {
        Self {
            raw,
            of: PhantomData,
        }
    }

    #[must_use]
    pub const fn raw(self) -> u64 {
        self.raw
    }

    /// As the database wants it.
    #[must_use]
    pub fn as_column(self) -> i64 {
        i64::try_from(self.raw).unwrap_or(i64::MAX)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<T> Eq for Id<T> {}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.raw)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}

pub enum Customer {}
pub enum Product {}
pub enum Order {}
pub enum Invoice {}
pub enum Shipment {}

pub type CustomerId = Id<Customer>;
pub type ProductId = Id<Product>;
pub type OrderId = Id<Order>;
pub type InvoiceId = Id<Invoice>;
pub type ShipmentId = Id<Shipment>;
