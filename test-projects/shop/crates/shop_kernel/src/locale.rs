//! How amounts and dates read in the country the shop sells in.

use crate::money::Money;
use crate::settings;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    German,
    English,
}

impl Locale {
    /// The locale of this installation.
    #[must_use]
    pub fn of_house() -> Self {
        match settings::text("SHOP_LOCALE").as_deref() {
            Some("de") => Self::German,
            _ => Self::English,
        }
    }

    #[must_use]
    pub fn amount(self, money: Money) -> String {
        let text = money.to_string();
        match self {
            Self::German => text.replace('.', ","),
            Self::English => text,
        }
    }
}
