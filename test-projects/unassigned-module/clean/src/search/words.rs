pub struct Word;
