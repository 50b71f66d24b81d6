pub fn r#match() -> Plain {
    Plain
}

pub struct Plain;
