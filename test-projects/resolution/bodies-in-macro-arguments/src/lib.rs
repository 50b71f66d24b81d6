mod parts;

macro_rules! in_modules {
    ($($item:item)*) => {
        mod first {
            $($item)*
        }
        mod second {
            $($item)*
        }
    };
}

// What stands in the arguments is code of the two modules, and none of this one.
in_modules! {
    pub fn spin() -> u32 {
        let wheel = crate::parts::wheel();
        wheel.turn().radius
    }

    pub trait Drive {
        fn drive(&self) -> u32 {
            crate::parts::wheel().turn().radius
        }
    }
}
