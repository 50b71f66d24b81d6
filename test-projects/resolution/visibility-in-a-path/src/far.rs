use crate::other::*;
use crate::outer::deep::secret::*;

pub fn run(_: Kept) {}
