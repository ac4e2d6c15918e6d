-- What the officer or the customer said about the end of an application, beside the reason codes (origination).
ALTER TABLE credit_application ADD COLUMN closing_remark VARCHAR(1000);
