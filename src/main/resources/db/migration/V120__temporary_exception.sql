-- Temporary exceptions (adjustment). open_for is the account while one is asked for or in force and NULL afterwards: one at a time.
-- still_out is the room the ledger gave and has not got back.
CREATE TABLE temporary_exception (
  exception_id    VARCHAR(40)   NOT NULL,
  customer_id     VARCHAR(40)   NOT NULL,
  account_id      VARCHAR(60)   NOT NULL,
  open_for        VARCHAR(60),
  currency        VARCHAR(3)    NOT NULL,
  ceiling_before  DECIMAL(19,4) NOT NULL,
  extra           DECIMAL(19,4) NOT NULL,
  until_day       DATE          NOT NULL,
  reason          VARCHAR(2000) NOT NULL,
  conditions_text VARCHAR(2000) NOT NULL,
  document_id     VARCHAR(40),
  grade           VARCHAR(20)   NOT NULL,
  tier            VARCHAR(40)   NOT NULL,
  exposure_after  DECIMAL(19,4) NOT NULL,
  rule_code       VARCHAR(60)   NOT NULL,
  policy_version  VARCHAR(20)   NOT NULL,
  attempt         INT           NOT NULL,
  status          VARCHAR(20)   NOT NULL,
  misfit          VARCHAR(60),
  requested_by    VARCHAR(40)   NOT NULL,
  requested_at    DATETIME(6)   NOT NULL,
  in_force_on     DATE,
  still_out       DECIMAL(19,4) NOT NULL,
  last_taken_back DATE,
  ended_by        VARCHAR(40),
  end_reason      VARCHAR(500),
  closed_at       DATETIME(6),
  version         BIGINT        NOT NULL,
  CONSTRAINT pk_temporary_exception PRIMARY KEY (exception_id),
  CONSTRAINT uq_temporary_exception_open_for UNIQUE (open_for),
  CONSTRAINT ck_temporary_exception_amounts CHECK (extra > 0 AND still_out >= 0 AND still_out <= extra),
  CONSTRAINT ck_temporary_exception_in_force CHECK (status <> 'IN_FORCE' OR in_force_on IS NOT NULL)
);
CREATE INDEX ix_temporary_exception_account ON temporary_exception (account_id, in_force_on);
CREATE INDEX ix_temporary_exception_customer ON temporary_exception (customer_id, requested_at);
CREATE INDEX ix_temporary_exception_requested ON temporary_exception (requested_at);
CREATE INDEX ix_temporary_exception_status ON temporary_exception (status, until_day);
