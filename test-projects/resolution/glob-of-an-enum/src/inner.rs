pub fn run() -> crate::model::Kind {
    use crate::model::Kind::*;
    Open
}
