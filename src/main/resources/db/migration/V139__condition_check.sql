-- What becomes of a condition precedent afterwards (contract): looked at again every so many months, for as long as a facility lives.
CREATE TABLE condition_check (
  check_id       VARCHAR(40)   NOT NULL,
  agreement_id   VARCHAR(40)   NOT NULL,
  application_id VARCHAR(40)   NOT NULL,
  customer_id    VARCHAR(40)   NOT NULL,
  condition_code VARCHAR(60)   NOT NULL,
  cadence_months INT           NOT NULL,
  due_on         DATE          NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  evidence       VARCHAR(40),
  remark         VARCHAR(1000),
  done_by        VARCHAR(40),
  done_at        DATETIME(6),
  version        BIGINT        NOT NULL,
  CONSTRAINT pk_condition_check PRIMARY KEY (check_id),
  CONSTRAINT uq_condition_check_day UNIQUE (agreement_id, condition_code, due_on),
  CONSTRAINT fk_condition_check_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (agreement_id),
  CONSTRAINT ck_condition_check_cadence CHECK (cadence_months > 0),
  CONSTRAINT ck_condition_check_status CHECK (status IN ('PLANNED', 'OPEN', 'MET', 'BROKEN', 'ENDED')),
  CONSTRAINT ck_condition_check_done CHECK (status NOT IN ('MET', 'BROKEN') OR (done_by IS NOT NULL AND done_at IS NOT NULL))
);
CREATE INDEX ix_condition_check_due ON condition_check (status, due_on);
