-- Write-offs (workout). open_for is the facility while one is proposed and NULL afterwards: one at a time.
CREATE TABLE write_off (
  write_off_id  VARCHAR(40)   NOT NULL,
  facility_id   VARCHAR(40)   NOT NULL,
  customer_id   VARCHAR(40)   NOT NULL,
  open_for      VARCHAR(40),
  currency      VARCHAR(3)    NOT NULL,
  amount        DECIMAL(19,4) NOT NULL,
  base_amount   DECIMAL(19,4) NOT NULL,
  drawn         DECIMAL(19,4) NOT NULL,
  reason_code   VARCHAR(40)   NOT NULL,
  reason        VARCHAR(2000) NOT NULL,
  measures      VARCHAR(2000) NOT NULL,
  papers        VARCHAR(500)  NOT NULL,
  grade         VARCHAR(20)   NOT NULL,
  attempt       INT           NOT NULL,
  status        VARCHAR(20)   NOT NULL,
  misfit        VARCHAR(60),
  proposed_by   VARCHAR(40)   NOT NULL,
  proposed_at   DATETIME(6)   NOT NULL,
  approval_case VARCHAR(40),
  booked_on     DATE,
  recovered     DECIMAL(19,4) NOT NULL,
  reversal      VARCHAR(500),
  closed_at     DATETIME(6),
  version       BIGINT        NOT NULL,
  CONSTRAINT pk_write_off PRIMARY KEY (write_off_id),
  CONSTRAINT uq_write_off_open_for UNIQUE (open_for),
  CONSTRAINT ck_write_off_amounts CHECK (amount > 0 AND amount <= drawn AND recovered >= 0 AND recovered <= amount),
  CONSTRAINT ck_write_off_booked CHECK (status NOT IN ('WRITTEN_OFF', 'REVERSED') OR (booked_on IS NOT NULL AND approval_case IS NOT NULL))
);
CREATE INDEX ix_write_off_customer ON write_off (customer_id, proposed_at);
CREATE INDEX ix_write_off_proposed ON write_off (proposed_at);
CREATE INDEX ix_write_off_booked ON write_off (booked_on);

-- What came in after a write-off; one paper proves one recovery. Rows are never changed or deleted.
CREATE TABLE write_off_recovery (
  write_off_id VARCHAR(40)   NOT NULL,
  recovery_no  INT           NOT NULL,
  amount       DECIMAL(19,4) NOT NULL,
  currency     VARCHAR(3)    NOT NULL,
  received_on  DATE          NOT NULL,
  document_id  VARCHAR(40)   NOT NULL,
  remark       VARCHAR(500)  NOT NULL,
  recorded_by  VARCHAR(40)   NOT NULL,
  recorded_at  DATETIME(6)   NOT NULL,
  CONSTRAINT pk_write_off_recovery PRIMARY KEY (write_off_id, recovery_no),
  CONSTRAINT uq_write_off_recovery_paper UNIQUE (write_off_id, document_id),
  CONSTRAINT fk_write_off_recovery FOREIGN KEY (write_off_id) REFERENCES write_off (write_off_id),
  CONSTRAINT ck_write_off_recovery_amount CHECK (amount > 0)
);
