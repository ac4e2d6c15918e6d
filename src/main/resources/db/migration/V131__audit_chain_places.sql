-- One entry per place in a chain (audit): of two who write at once, one follows the other.
ALTER TABLE audit_entry ADD CONSTRAINT uq_audit_entry_place UNIQUE (subject, position);
-- The nightly check asks for the cases decided lately (approval).
CREATE INDEX ix_approval_case_closed ON approval_case (closed_at);
