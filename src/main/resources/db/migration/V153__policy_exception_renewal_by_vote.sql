-- Renewals of policy exceptions the committee approved, each decided by a vote. open_for is the exception while one is asked for and NULL
-- afterwards: one at a time.
CREATE TABLE policy_exception_renewal (
  renewal_id    VARCHAR(40)   NOT NULL,
  exception_id  VARCHAR(40)   NOT NULL,
  customer_id   VARCHAR(40)   NOT NULL,
  open_for      VARCHAR(40),
  until_before  DATE          NOT NULL,
  until_asked   DATE          NOT NULL,
  reason        VARCHAR(1000) NOT NULL,
  attempt       INT           NOT NULL,
  status        VARCHAR(20)   NOT NULL,
  misfit        VARCHAR(60),
  asked_by      VARCHAR(40)   NOT NULL,
  asked_at      DATETIME(6)   NOT NULL,
  approval_case VARCHAR(40),
  closed_at     DATETIME(6),
  version       BIGINT        NOT NULL,
  CONSTRAINT pk_policy_exception_renewal PRIMARY KEY (renewal_id),
  CONSTRAINT uq_policy_exception_renewal_open UNIQUE (open_for),
  CONSTRAINT fk_policy_exception_renewal FOREIGN KEY (exception_id) REFERENCES policy_exception (exception_id),
  CONSTRAINT ck_policy_exception_renewal_later CHECK (until_asked > until_before),
  CONSTRAINT ck_policy_exception_renewal_status CHECK (status IN ('ASKED', 'RETURNED', 'RENEWED', 'REFUSED', 'WITHDRAWN')),
  CONSTRAINT ck_policy_exception_renewal_done CHECK (status <> 'RENEWED' OR (approval_case IS NOT NULL AND closed_at IS NOT NULL))
);
CREATE INDEX ix_policy_exception_renewal ON policy_exception_renewal (exception_id, renewal_id);
