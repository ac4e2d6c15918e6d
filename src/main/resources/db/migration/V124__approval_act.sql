-- Everything that is done with an approval case beside its decisions (approval). Lines are never changed or deleted.
CREATE TABLE approval_act (
  act_id       BIGINT        NOT NULL AUTO_INCREMENT,
  case_id      VARCHAR(40)   NOT NULL,
  act_no       BIGINT        NOT NULL,
  verb         VARCHAR(40)   NOT NULL,
  actor        VARCHAR(40)   NOT NULL,
  principal    VARCHAR(40),
  tier         VARCHAR(40)   NOT NULL,
  target       VARCHAR(500)  NOT NULL,
  reason       VARCHAR(2000) NOT NULL,
  subject_hash VARCHAR(128)  NOT NULL,
  acted_at     DATETIME(6)   NOT NULL,
  CONSTRAINT pk_approval_act PRIMARY KEY (act_id),
  CONSTRAINT uq_approval_act_no UNIQUE (case_id, act_no),
  CONSTRAINT fk_approval_act_case FOREIGN KEY (case_id) REFERENCES approval_case (case_id)
);

-- How a case stands between its decisions; empty for cases opened before.
ALTER TABLE approval_case ADD COLUMN course LONGTEXT;

-- A decision taken back may be followed by another of the same officer; the place in the case's order is unique instead.
ALTER TABLE approval_decision ADD COLUMN act_no BIGINT;
ALTER TABLE approval_decision ADD COLUMN principal VARCHAR(40);
ALTER TABLE approval_decision ADD COLUMN conditions LONGTEXT;
UPDATE approval_decision SET act_no = decision_id;
ALTER TABLE approval_decision ADD CONSTRAINT uq_approval_decision_no UNIQUE (case_id, act_no);
ALTER TABLE approval_decision DROP CONSTRAINT uq_approval_decision_officer;
ALTER TABLE approval_decision DROP CONSTRAINT ck_approval_decision_verdict;
ALTER TABLE approval_decision ADD CONSTRAINT ck_approval_decision_verdict
  CHECK (verdict IN ('APPROVE', 'CONDITIONAL', 'DECLINE', 'RETURN', 'ABSTAIN'));
ALTER TABLE approval_decision ADD CONSTRAINT ck_approval_decision_conditions
  CHECK (verdict <> 'CONDITIONAL' OR conditions IS NOT NULL);
