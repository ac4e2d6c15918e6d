-- What each policy said about whom, on which inputs (policy). Rows are never changed or deleted.
CREATE TABLE policy_evaluation (
  evaluation_id  BIGINT      NOT NULL AUTO_INCREMENT,
  policy_key     VARCHAR(60) NOT NULL,
  policy_version VARCHAR(20) NOT NULL,
  subject        VARCHAR(60) NOT NULL,
  evaluated_at   DATETIME(6) NOT NULL,
  given_inputs   LONGTEXT    NOT NULL,
  matched_rows   LONGTEXT    NOT NULL,
  CONSTRAINT pk_policy_evaluation PRIMARY KEY (evaluation_id),
  CONSTRAINT ck_policy_evaluation_subject CHECK (subject <> '')
);
CREATE INDEX ix_policy_evaluation_subject ON policy_evaluation (subject, evaluation_id);
