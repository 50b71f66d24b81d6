//! Where an order stands.

use shop_kernel::error::{Failure, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderStatus {
    Placed,
    Paid,
    Shipped,
    Cancelled,
}

impl OrderStatus {
    const ALL: [Self; 4] = [Self::Placed, Self::Paid, Self::Shipped, Self::Cancelled];

    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Paid => "paid",
            Self::Shipped => "shipped",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_code(code: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|status| status.code() == code);
        found.ok_or_else(|| Failure::invalid(format!("unknown order status {code}")))
    }

    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use OrderStatus::{Cancelled, Paid, Placed, Shipped};
        matches!(
            (self, next),
            (Placed, Paid | Cancelled) | (Paid, Shipped | Cancelled)
        )
    }
}
