-- When customers are looked at again, and what came of it (review).
CREATE TABLE review_calendar (
  customer_id  VARCHAR(40) NOT NULL,
  next_due     DATE        NOT NULL,
  cycle_months INT         NOT NULL,
  grade        VARCHAR(20) NOT NULL,
  version      BIGINT      NOT NULL,
  CONSTRAINT pk_review_calendar PRIMARY KEY (customer_id),
  CONSTRAINT ck_review_calendar_cycle CHECK (cycle_months > 0)
);
CREATE INDEX ix_review_calendar_due ON review_calendar (next_due);

-- open_for is the customer while the review is open and NULL afterwards: one open review per customer.
CREATE TABLE credit_review (
  review_id        VARCHAR(40)   NOT NULL,
  customer_id      VARCHAR(40)   NOT NULL,
  open_for         VARCHAR(40),
  trigger_kind     VARCHAR(20)   NOT NULL,
  status           VARCHAR(20)   NOT NULL,
  opened_on        DATE          NOT NULL,
  opened_by        VARCHAR(40)   NOT NULL,
  made_by          VARCHAR(1000) NOT NULL,
  statements_fresh BOOLEAN       NOT NULL,
  rating_before    VARCHAR(40),
  rating_after     VARCHAR(40),
  rating_attempts  INT           NOT NULL,
  limit_before     DECIMAL(19,4) NOT NULL,
  limit_proposed   DECIMAL(19,4),
  currency         VARCHAR(3)    NOT NULL,
  conclusion       VARCHAR(20),
  reason_code      VARCHAR(60),
  sha256           VARCHAR(64),
  closed_at        DATETIME(6),
  version          BIGINT        NOT NULL,
  CONSTRAINT pk_credit_review PRIMARY KEY (review_id),
  CONSTRAINT uq_credit_review_open_for UNIQUE (open_for),
  CONSTRAINT ck_credit_review_limits CHECK (limit_before >= 0 AND (limit_proposed IS NULL OR limit_proposed >= 0)),
  CONSTRAINT ck_credit_review_concluded CHECK (status <> 'APPLIED' OR (conclusion IS NOT NULL AND sha256 IS NOT NULL))
);
CREATE INDEX ix_credit_review_customer ON credit_review (customer_id, opened_on);
