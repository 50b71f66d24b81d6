use crate::b::B;

pub struct A(pub B);

pub fn make() -> A {
    A(B)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made() {
        let A(inner) = make();
        let _: B = inner;
    }
}
