use crate::other::*;
use crate::outer::inner::*;

#[expect(private_interfaces)]
pub fn run(_: ForCrate, _: ForParent, _: ForSelf) {}
