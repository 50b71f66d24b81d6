base::outer!(Whole);

pub fn run(whole: Whole) -> Whole {
    whole
}
