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
