-- The audit trail becomes a chain per subject (audit): position and fingerprint of each entry. V130 gives them to the entries of before.
ALTER TABLE audit_entry ADD COLUMN position BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE audit_entry ADD COLUMN sha256 VARCHAR(64) DEFAULT '' NOT NULL;

-- Keys the bank signed with (audit). Only a development key's private half is ever kept here.
CREATE TABLE bank_key (
  key_id        VARCHAR(64)  NOT NULL,
  slot          VARCHAR(80)  NOT NULL,
  public_key    VARCHAR(200) NOT NULL,
  private_key   VARCHAR(400),
  first_used_at DATETIME(6)  NOT NULL,
  CONSTRAINT pk_bank_key PRIMARY KEY (key_id),
  CONSTRAINT uq_bank_key_slot UNIQUE (slot)
);

-- Seals over the ends of all chains that grew since the seal before (audit). Rows are never changed or deleted.
CREATE TABLE audit_seal (
  seal_no      BIGINT       NOT NULL,
  sealed_at    DATETIME(6)  NOT NULL,
  subjects     BIGINT       NOT NULL,
  entries      BIGINT       NOT NULL,
  heads_sha256 VARCHAR(64)  NOT NULL,
  sha256       VARCHAR(64)  NOT NULL,
  key_id       VARCHAR(64)  NOT NULL,
  signature    VARCHAR(128) NOT NULL,
  CONSTRAINT pk_audit_seal PRIMARY KEY (seal_no)
);
CREATE TABLE audit_sealed_head (
  seal_no  BIGINT      NOT NULL,
  line_no  BIGINT      NOT NULL,
  subject  VARCHAR(60) NOT NULL,
  position BIGINT      NOT NULL,
  sha256   VARCHAR(64) NOT NULL,
  CONSTRAINT pk_audit_sealed_head PRIMARY KEY (seal_no, line_no)
);
CREATE INDEX ix_audit_sealed_head_subject ON audit_sealed_head (subject, position);

-- Decision receipts (receipt): what was decided, on what, by whom. Rows are never changed or deleted; a later edition is a new row.
CREATE TABLE decision_receipt (
  receipt_id VARCHAR(40) NOT NULL,
  case_id    VARCHAR(40) NOT NULL,
  subject_id VARCHAR(40) NOT NULL,
  edition    INT         NOT NULL,
  issued_at  DATETIME(6) NOT NULL,
  sha256     VARCHAR(64) NOT NULL,
  content    LONGTEXT    NOT NULL,
  CONSTRAINT pk_decision_receipt PRIMARY KEY (receipt_id),
  CONSTRAINT uq_decision_receipt_edition UNIQUE (case_id, edition),
  CONSTRAINT ck_decision_receipt_edition CHECK (edition >= 1)
);
CREATE INDEX ix_decision_receipt_subject ON decision_receipt (subject_id, edition);

-- What the nightly check of the audit trail found, and how it was explained (receipt).
CREATE TABLE audit_check (
  check_id     VARCHAR(40)  NOT NULL,
  run_at       DATETIME(6)  NOT NULL,
  entries      BIGINT       NOT NULL,
  receipts     BIGINT       NOT NULL,
  seal         VARCHAR(90)  NOT NULL,
  findings     INT          NOT NULL,
  explanation  VARCHAR(500),
  explained_by VARCHAR(40),
  explained_at DATETIME(6),
  CONSTRAINT pk_audit_check PRIMARY KEY (check_id)
);
CREATE TABLE audit_check_finding (
  check_id VARCHAR(40)  NOT NULL,
  line_no  INT          NOT NULL,
  subject  VARCHAR(60)  NOT NULL,
  what     VARCHAR(500) NOT NULL,
  CONSTRAINT pk_audit_check_finding PRIMARY KEY (check_id, line_no),
  CONSTRAINT fk_audit_check_finding FOREIGN KEY (check_id) REFERENCES audit_check (check_id)
);
