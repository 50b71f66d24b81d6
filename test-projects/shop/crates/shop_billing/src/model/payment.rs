//! What was paid for an invoice so far.

use shop_kernel::error::{Failure, Result};
use shop_kernel::id::{InvoiceId, OrderId};
use shop_kernel::money::Money;

#[derive(Clone, Debug)]
pub struct Account {
    pub invoice: InvoiceId,
    pub order: OrderId,
    pub total: Money,
    pub paid: Money,
}

impl Account {
    pub fn book(&mut self, amount: Money) -> Result<()> {
        if amount.cents() <= 0 {
            return Err(Failure::invalid("a payment is more than nothing"));
        }
        self.paid = self.paid.plus(amount)?;
        Ok(())
    }

    pub fn is_settled(&self) -> bool {
        self.paid.cents() >= self.total.cents()
    }

    pub fn outstanding(&self) -> Money {
        let cents = (self.total.cents() - self.paid.cents()).max(0);
        Money::new(cents, self.total.currency())
    }
}

#[cfg(test)]
mod tests {
    use shop_kernel::money::Currency;

    use super::*;

    #[test]
    fn two_halves_settle_an_invoice() {
        let half = Money::new(500, Currency::Eur);
        let mut account = Account {
            invoice: InvoiceId::new(1),
            order: OrderId::new(1),
            total: half.times(2),
            paid: Money::zero(Currency::Eur),
        };
        account.book(half).unwrap();
        assert!(!account.is_settled());
        account.book(half).unwrap();
        assert!(account.is_settled());
    }
}
