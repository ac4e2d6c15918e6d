-- Expert overrides of ratings (rating). open_for is the customer while one is asked for or in force and NULL afterwards:
-- one override at a time.
CREATE TABLE rating_override (
  override_id     VARCHAR(40)   NOT NULL,
  customer_id     VARCHAR(40)   NOT NULL,
  open_for        VARCHAR(40),
  rating_id       VARCHAR(40)   NOT NULL,
  model_score     DECIMAL(4,1)  NOT NULL,
  model_grade     VARCHAR(20)   NOT NULL,
  grade           VARCHAR(20)   NOT NULL,
  reason_code     VARCHAR(60)   NOT NULL,
  evidence        VARCHAR(2000) NOT NULL,
  evidence_source VARCHAR(200)  NOT NULL,
  evidence_date   DATE          NOT NULL,
  document_id     VARCHAR(40),
  tier            VARCHAR(40)   NOT NULL,
  rule_code       VARCHAR(60)   NOT NULL,
  policy_version  VARCHAR(20)   NOT NULL,
  valid_months    INT           NOT NULL,
  status          VARCHAR(20)   NOT NULL,
  requested_by    VARCHAR(40)   NOT NULL,
  requested_at    DATETIME(6)   NOT NULL,
  valid_until     DATE,
  closed_at       DATETIME(6),
  version         BIGINT        NOT NULL,
  CONSTRAINT pk_rating_override PRIMARY KEY (override_id),
  CONSTRAINT uq_rating_override_open_for UNIQUE (open_for),
  CONSTRAINT fk_rating_override_rating FOREIGN KEY (rating_id) REFERENCES rating (rating_id),
  CONSTRAINT ck_rating_override_moves CHECK (grade <> model_grade),
  CONSTRAINT ck_rating_override_until CHECK (status <> 'IN_FORCE' OR valid_until IS NOT NULL),
  CONSTRAINT ck_rating_override_months CHECK (valid_months BETWEEN 1 AND 24)
);
CREATE INDEX ix_rating_override_customer ON rating_override (customer_id, requested_at);
CREATE INDEX ix_rating_override_requested ON rating_override (requested_at);
