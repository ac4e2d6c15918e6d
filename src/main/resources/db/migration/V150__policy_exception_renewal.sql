-- An authority renews a policy exception that is in force or has ended by its day: it holds on until another, later day.
ALTER TABLE policy_exception ADD COLUMN renewed_until DATE;
ALTER TABLE policy_exception ADD COLUMN renewed_by VARCHAR(40);
ALTER TABLE policy_exception ADD COLUMN renewed_at DATETIME(6);
ALTER TABLE policy_exception ADD COLUMN renewal_reason VARCHAR(2000);
ALTER TABLE policy_exception ADD CONSTRAINT ck_policy_exception_renewal
  CHECK (renewed_until IS NULL OR (renewed_by IS NOT NULL AND renewed_at IS NOT NULL AND renewal_reason IS NOT NULL));
