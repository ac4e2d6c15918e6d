-- Ratings of customers (rating). Rows are added, never changed; the newest of a customer is in force.
CREATE TABLE rating (
  rating_id   VARCHAR(40)   NOT NULL,
  customer_id VARCHAR(40)   NOT NULL,
  subject     VARCHAR(60)   NOT NULL,
  attempt     VARCHAR(80)   NOT NULL,
  basis       VARCHAR(20)   NOT NULL,
  knocked_out BOOLEAN       NOT NULL,
  score       DECIMAL(4,1)  NOT NULL,
  grade       VARCHAR(20)   NOT NULL,
  pd          DECIMAL(9,8)  NOT NULL,
  body        LONGTEXT      NOT NULL,
  as_of       DATE          NOT NULL,
  rated_at    DATETIME(6)   NOT NULL,
  rated_by    VARCHAR(40)   NOT NULL,
  CONSTRAINT pk_rating PRIMARY KEY (rating_id),
  CONSTRAINT uq_rating_attempt UNIQUE (subject, attempt),
  CONSTRAINT ck_rating_basis CHECK (basis IN ('STATEMENTS', 'INVOICES', 'INDIVIDUAL')),
  CONSTRAINT ck_rating_score CHECK (score BETWEEN 0 AND 100),
  CONSTRAINT ck_rating_knocked_out CHECK (NOT knocked_out OR score = 0),
  CONSTRAINT ck_rating_grade CHECK (grade IN ('EXCELLENT', 'GOOD', 'FAIR', 'WATCH', 'POOR')),
  CONSTRAINT ck_rating_pd CHECK (pd BETWEEN 0 AND 1)
);
CREATE INDEX ix_rating_customer ON rating (customer_id, rated_at);
