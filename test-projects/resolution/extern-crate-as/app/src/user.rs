use crate::foundation::Thing;
use me::local::Own;

pub fn both() -> (Thing, Own) {
    (Thing, Own)
}
