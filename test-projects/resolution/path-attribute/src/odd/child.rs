pub struct Child(pub super::Thing);
