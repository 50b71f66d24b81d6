use crate::models::User;

impl crate::actions::Greet for User {
    type Word = crate::actions::Hello;

    fn greet(&self) -> crate::actions::Hello {
        crate::actions::Hello
    }
}
