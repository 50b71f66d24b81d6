pub struct Value(pub i64);

impl TryFrom<Value> for i32 {
    type Error = ();

    fn try_from(value: Value) -> Result<Self, ()> {
        Self::try_from(value.0).map_err(|_| ())
    }
}
