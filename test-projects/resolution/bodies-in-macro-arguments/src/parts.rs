pub struct Wheel {
    pub radius: u32,
}

impl Wheel {
    pub fn turn(self) -> Self {
        self
    }
}

pub fn wheel() -> Wheel {
    Wheel { radius: 1 }
}
