pub fn up(_: super::Inner, _: crate::outer::other::Twin) {}
