-- First screenings: what the knock-out rules said of an application before papers were asked for (rating). Rows are added, never changed.
CREATE TABLE screening (
  subject        VARCHAR(60)   NOT NULL,
  customer_id    VARCHAR(40)   NOT NULL,
  policy_version VARCHAR(20)   NOT NULL,
  excluded       BOOLEAN       NOT NULL,
  rating_id      VARCHAR(40),
  rules          LONGTEXT      NOT NULL,
  as_of          DATE          NOT NULL,
  screened_at    DATETIME(6)   NOT NULL,
  screened_by    VARCHAR(40)   NOT NULL,
  CONSTRAINT pk_screening PRIMARY KEY (subject),
  CONSTRAINT ck_screening_rating CHECK ((excluded AND rating_id IS NOT NULL) OR (NOT excluded AND rating_id IS NULL))
);
CREATE INDEX ix_screening_customer ON screening (customer_id);
