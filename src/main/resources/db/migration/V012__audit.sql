-- Who did what to which business object (audit). Rows are never changed or deleted.
CREATE TABLE audit_entry (
  entry_id    BIGINT        NOT NULL AUTO_INCREMENT,
  subject     VARCHAR(60)   NOT NULL,
  act         VARCHAR(60)   NOT NULL,
  actor       VARCHAR(40)   NOT NULL,
  detail      VARCHAR(2000) NOT NULL,
  happened_at DATETIME(6)   NOT NULL,
  CONSTRAINT pk_audit_entry PRIMARY KEY (entry_id)
);
CREATE INDEX ix_audit_entry_subject ON audit_entry (subject, entry_id);
