-- What a change of a limit or a temporary exception in a foreign currency asks for in yuan (adjustment), with the rate of the day it was
-- proposed: by it the approval tiers are asked. NULL on accounts in yuan. exposure_after is in yuan on every account.
ALTER TABLE limit_change ADD COLUMN base_amount DECIMAL(19,4);
ALTER TABLE limit_change ADD COLUMN rate DECIMAL(15,8);
ALTER TABLE limit_change ADD COLUMN rate_day DATE;
ALTER TABLE limit_change ADD CONSTRAINT ck_limit_change_rate CHECK ((base_amount IS NULL) = (rate IS NULL) AND (rate IS NULL) = (rate_day IS NULL));
ALTER TABLE temporary_exception ADD COLUMN base_amount DECIMAL(19,4);
ALTER TABLE temporary_exception ADD COLUMN rate DECIMAL(15,8);
ALTER TABLE temporary_exception ADD COLUMN rate_day DATE;
ALTER TABLE temporary_exception ADD CONSTRAINT ck_temporary_exception_rate CHECK ((base_amount IS NULL) = (rate IS NULL) AND (rate IS NULL) = (rate_day IS NULL));
