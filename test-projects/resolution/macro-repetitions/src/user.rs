use crate::a;

all! {
    First { one: a::One, two: crate::a::Two }
    Second { three: super::a::Three, }
}
