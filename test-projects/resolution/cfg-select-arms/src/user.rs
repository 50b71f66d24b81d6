cfg_select! {
    feature = "x" => {
        pub fn made(_: crate::a::One) {}
    }
    all(unix, feature = "x") => {
        pub fn made(_: crate::a::Never) {}
    }
    unix => {
        pub fn made(_: crate::a::Two) {}
    }
    _ => {
        pub fn made(_: crate::a::Three) {}
    }
}

pub fn value() -> u8 {
    cfg_select! {
        feature = "x" => { crate::a::Four }
        _ => { crate::a::Five }
    }
}
