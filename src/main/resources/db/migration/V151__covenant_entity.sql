-- The list of covenants is read page by page, for officers of a subsidiary that of their own granting entity (monitoring).
ALTER TABLE covenant ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
UPDATE covenant SET entity_code = (SELECT a.entity_code FROM agreement a WHERE a.agreement_id = covenant.agreement_id)
 WHERE EXISTS (SELECT 1 FROM agreement a WHERE a.agreement_id = covenant.agreement_id);
CREATE INDEX ix_covenant_entity ON covenant (entity_code, covenant_id);
