-- What the nightly reconciliation of the limit ledger found, and how it was explained (limit).
CREATE TABLE limit_reconciliation (
  reconciliation_id VARCHAR(40)  NOT NULL,
  business_date     DATE         NOT NULL,
  run_at            DATETIME(6)  NOT NULL,
  differences       INT          NOT NULL,
  explanation       VARCHAR(500),
  explained_by      VARCHAR(40),
  explained_at      DATETIME(6),
  CONSTRAINT pk_limit_reconciliation PRIMARY KEY (reconciliation_id)
);
CREATE TABLE limit_difference (
  reconciliation_id VARCHAR(40)   NOT NULL,
  position          INT           NOT NULL,
  account_id        VARCHAR(60)   NOT NULL,
  what              VARCHAR(60)   NOT NULL,
  expected          DECIMAL(19,4) NOT NULL,
  found             DECIMAL(19,4) NOT NULL,
  entry_id          BIGINT,
  CONSTRAINT pk_limit_difference PRIMARY KEY (reconciliation_id, position),
  CONSTRAINT fk_limit_difference FOREIGN KEY (reconciliation_id) REFERENCES limit_reconciliation (reconciliation_id)
);
