use crate::a::{Loud, Show, Thing};

pub fn run(thing: &Thing, _: <Thing as Show>::Shown) {
    <Thing as Show>::show(thing);
    Loud::show(thing);
    <Thing>::show(thing);
}
