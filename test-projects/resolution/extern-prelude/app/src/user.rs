use ::base as outside;

pub mod base {
    pub struct Own(pub ::base::Thing);
}

pub fn run(_: outside::Thing, _: base::Own) {}
