use crate::a::{Base, Loud};

pub fn parameter<L: Loud>(given: &L) {
    given.say();
    given.base();
    L::made().say();
}

pub fn where_clause<L>(given: L)
where
    for<'a> &'a L: Base,
{
    (&given).base();
}

pub fn hidden(given: &impl Loud) {
    given.say();
}

pub fn object(given: &dyn Loud, boxed: Box<dyn Loud>) {
    given.say();
    boxed.base();
}
