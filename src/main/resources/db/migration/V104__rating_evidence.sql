-- What a rating rests on in full (rating): parts of each ratio, peers, facts with sources. Large, and only read with a single rating;
-- older rows keep it in their body.
ALTER TABLE rating ADD COLUMN evidence LONGTEXT;
