-- 电子证照复用: the licence that a file of a draft was fetched from the register as.
ALTER TABLE draft_file ADD COLUMN licence TEXT;
