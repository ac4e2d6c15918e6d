-- The newest ratings of all customers are read when factors are ranked.
CREATE INDEX ix_rating_rated_at ON rating (rated_at);
