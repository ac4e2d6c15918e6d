-- Approval cases and what officers decided on them (approval). Decisions are never changed or deleted.
CREATE TABLE approval_case (
  case_id        VARCHAR(40)   NOT NULL,
  subject_type   VARCHAR(40)   NOT NULL,
  subject_id     VARCHAR(40)   NOT NULL,
  subject_hash   VARCHAR(128)  NOT NULL,
  currency       VARCHAR(3)    NOT NULL,
  amount         DECIMAL(19,4) NOT NULL,
  exposure       DECIMAL(19,4) NOT NULL,
  grade_code     VARCHAR(40)   NOT NULL,
  tiers          VARCHAR(200)  NOT NULL,
  current_tier   VARCHAR(40)   NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  policy_version VARCHAR(40)   NOT NULL,
  made_by        VARCHAR(2000) NOT NULL,
  conflicts      LONGTEXT      NOT NULL,
  opened_at      DATETIME(6)   NOT NULL,
  closed_at      DATETIME(6),
  version        BIGINT        NOT NULL,
  CONSTRAINT pk_approval_case PRIMARY KEY (case_id),
  CONSTRAINT ck_approval_case_status CHECK (status IN ('OPEN', 'APPROVED', 'DECLINED', 'RETURNED', 'VOIDED')),
  CONSTRAINT ck_approval_case_closed CHECK ((status = 'OPEN' AND closed_at IS NULL) OR (status <> 'OPEN' AND closed_at IS NOT NULL)),
  CONSTRAINT ck_approval_case_amount CHECK (amount >= 0 AND exposure >= amount)
);
CREATE INDEX ix_approval_case_subject ON approval_case (subject_type, subject_id);

CREATE TABLE approval_decision (
  decision_id  BIGINT        NOT NULL AUTO_INCREMENT,
  case_id      VARCHAR(40)   NOT NULL,
  tier         VARCHAR(40)   NOT NULL,
  officer      VARCHAR(40)   NOT NULL,
  verdict      VARCHAR(20)   NOT NULL,
  reason_code  VARCHAR(60)   NOT NULL,
  remark       VARCHAR(2000) NOT NULL,
  subject_hash VARCHAR(128)  NOT NULL,
  decided_at   DATETIME(6)   NOT NULL,
  CONSTRAINT pk_approval_decision PRIMARY KEY (decision_id),
  CONSTRAINT uq_approval_decision_officer UNIQUE (case_id, officer),
  CONSTRAINT fk_approval_decision_case FOREIGN KEY (case_id) REFERENCES approval_case (case_id),
  CONSTRAINT ck_approval_decision_verdict CHECK (verdict IN ('APPROVE', 'DECLINE', 'RETURN', 'ABSTAIN')),
  CONSTRAINT ck_approval_decision_reason CHECK (verdict <> 'DECLINE' OR reason_code <> ''),
  CONSTRAINT ck_approval_decision_questions CHECK (verdict <> 'RETURN' OR remark <> '')
);
