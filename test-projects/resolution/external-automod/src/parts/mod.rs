automod::dir!(pub "src/parts");
