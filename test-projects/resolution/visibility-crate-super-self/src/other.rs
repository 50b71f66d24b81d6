pub mod names {}

pub struct ForSelf;
pub(super) struct ForParent;
