-- Everything that was there before is the head office's.
INSERT INTO granting_case (case_number, customer_id, entity_code) SELECT customer_id, customer_id, 'HQ' FROM customer;
INSERT INTO granting_case (case_number, customer_id, entity_code) SELECT application_id, customer_id, 'HQ' FROM credit_application;
INSERT INTO granting_case (case_number, customer_id, entity_code) SELECT review_id, customer_id, 'HQ' FROM credit_review;
INSERT INTO granting_case (case_number, customer_id, entity_code) SELECT override_id, customer_id, 'HQ' FROM rating_override;
INSERT INTO granting_case (case_number, customer_id, entity_code) SELECT facility_id, customer_id, 'HQ' FROM facility;

ALTER TABLE credit_application ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
ALTER TABLE credit_proposal ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
ALTER TABLE agreement ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
ALTER TABLE facility ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
ALTER TABLE credit_review ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
CREATE INDEX ix_credit_application_entity ON credit_application (entity_code, opened_at);
CREATE INDEX ix_facility_entity ON facility (entity_code, valid_from);

-- Two entities may deal with one customer about one product: the case open for it is the entity's.
UPDATE credit_application SET open_case = CONCAT(open_case, '|HQ') WHERE open_case IS NOT NULL;

-- What was said about other entities' granting to the same customer or group: the analyst's acknowledgement, the release of a block
-- (origination). Rows are never changed or deleted.
CREATE TABLE duplicate_granting_note (
  note_id        BIGINT        NOT NULL AUTO_INCREMENT,
  application_id VARCHAR(40)   NOT NULL,
  kind           VARCHAR(20)   NOT NULL,
  numbers        VARCHAR(4000) NOT NULL,
  reason         VARCHAR(1000) NOT NULL,
  noted_by       VARCHAR(40)   NOT NULL,
  noted_at       DATETIME(6)   NOT NULL,
  CONSTRAINT pk_duplicate_granting_note PRIMARY KEY (note_id),
  CONSTRAINT fk_duplicate_granting_note FOREIGN KEY (application_id) REFERENCES credit_application (application_id),
  CONSTRAINT ck_duplicate_granting_note_kind CHECK (kind IN ('ACKNOWLEDGED', 'RELEASED'))
);
CREATE INDEX ix_duplicate_granting_note ON duplicate_granting_note (application_id, note_id);
