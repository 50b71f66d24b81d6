pub mod inner {
    pub(crate) struct ForCrate;
    pub(super) struct ForParent;
    #[expect(dead_code)]
    pub(self) struct ForSelf;
}

pub mod sibling {}

use self::inner::*;
use crate::other::ForSelf;

#[expect(private_interfaces)]
pub fn run(_: ForCrate, _: ForParent, _: ForSelf) {}
