use crate::a::*;
use crate::b::*;

pub fn typed(_: Key) -> Open {
    Key(1);
    Open(1)
}
