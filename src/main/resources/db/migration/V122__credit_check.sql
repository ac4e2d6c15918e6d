-- Credit checks that were answered (limit): who asked for whom, and the answer. A reservation made with a check keeps the whole answer
-- under the caller's key, so that a repeated request hears the same. No foreign keys: a check must not lock a limit account.
CREATE TABLE credit_check (
  check_id        BIGINT        NOT NULL AUTO_INCREMENT,
  customer_id     VARCHAR(40)   NOT NULL,
  credit_use      VARCHAR(20)   NOT NULL,
  currency        VARCHAR(3)    NOT NULL,
  amount          DECIMAL(19,4) NOT NULL,
  counted         DECIMAL(19,4) NOT NULL,
  prepay          DECIMAL(19,4) NOT NULL,
  asked_for       DATE          NOT NULL,
  payment_term    VARCHAR(40)   NOT NULL,
  product         VARCHAR(40),
  account_id      VARCHAR(60),
  decision        VARCHAR(20)   NOT NULL,
  reason_code     VARCHAR(60),
  binding_account VARCHAR(60),
  policy_version  VARCHAR(20)   NOT NULL,
  order_number    VARCHAR(60),
  reservation_id  VARCHAR(40),
  asked_by        VARCHAR(40)   NOT NULL,
  asked_at        DATETIME(6)   NOT NULL,
  idempotency_key VARCHAR(100),
  fingerprint     VARCHAR(64),
  answer          LONGTEXT,
  CONSTRAINT pk_credit_check PRIMARY KEY (check_id),
  CONSTRAINT uq_credit_check_key UNIQUE (asked_by, idempotency_key),
  CONSTRAINT ck_credit_check_decision CHECK (decision IN ('YES', 'YES_IF_PREPAID', 'NO')),
  CONSTRAINT ck_credit_check_reason CHECK (decision = 'YES' AND reason_code IS NULL OR decision <> 'YES' AND reason_code IS NOT NULL)
);
CREATE INDEX ix_credit_check_customer ON credit_check (customer_id, check_id);
