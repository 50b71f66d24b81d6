pub struct Left;
