-- How a report tells the period before again (customer): opening balances and previous-year columns, kept beside its own figures.
ALTER TABLE financial_statement ADD COLUMN comparatives LONGTEXT;
