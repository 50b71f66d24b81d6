//! A parcel on its way.

use shop_kernel::clock::Timestamp;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::{OrderId, ShipmentId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    Post,
    Courier,
}

impl Carrier {
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "post" => Ok(Self::Post),
            "courier" => Ok(Self::Courier),
            other => Err(Failure::invalid(format!("unknown carrier {other}"))),
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Courier => "courier",
        }
    }

    const fn days(self) -> u64 {
        match self {
            Self::Post => 4,
            Self::Courier => 1,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Shipment {
    pub id: ShipmentId,
    pub order: OrderId,
    pub carrier: Carrier,
    pub handed_over: Timestamp,
}

impl Shipment {
    pub fn due(&self) -> Timestamp {
        self.handed_over.plus_days(self.carrier.days())
    }
}
