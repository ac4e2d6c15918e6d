-- The nightly check issues receipts for what was declined lately (receipt).
CREATE INDEX ix_credit_application_closed ON credit_application (closed_at);
