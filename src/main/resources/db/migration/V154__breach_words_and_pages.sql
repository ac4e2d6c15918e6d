-- What the bank itself writes about a breach stands in both languages, as it was when it was written (monitoring, adjustment); NULL beside
-- what a person wrote, and beside what was written before.
ALTER TABLE breach_cause ADD COLUMN reason_en VARCHAR(1000);
ALTER TABLE covenant_relief ADD COLUMN reason_en VARCHAR(1000);
ALTER TABLE limit_change ADD COLUMN reason_en VARCHAR(2000);
-- Breach cases are read page by page, for officers of a subsidiary those of their own granting entity.
ALTER TABLE breach_case ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
UPDATE breach_case SET entity_code = (SELECT f.entity_code FROM facility f WHERE f.facility_id = breach_case.facility_id)
 WHERE EXISTS (SELECT 1 FROM facility f WHERE f.facility_id = breach_case.facility_id);
CREATE INDEX ix_breach_case_opened ON breach_case (opened_at, case_id);
CREATE INDEX ix_breach_case_entity ON breach_case (entity_code, opened_at, case_id);
