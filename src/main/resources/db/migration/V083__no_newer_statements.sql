-- What a customer declared who had no statements newer than the last rating (review). The analyst reads it.
ALTER TABLE credit_review ADD COLUMN no_statements_reason VARCHAR(1000);
ALTER TABLE credit_review ADD COLUMN statements_expected_on DATE;
