-- What a customer owes to all lenders on a day (customer). debts: the rows with what each came to, rates included; never changed.
CREATE TABLE debt_schedule (
  schedule_id BIGINT        NOT NULL AUTO_INCREMENT,
  customer_id VARCHAR(40)   NOT NULL,
  as_of       DATE          NOT NULL,
  source      VARCHAR(400)  NOT NULL,
  document_id VARCHAR(240),
  debts       LONGTEXT      NOT NULL,
  total_yuan  DECIMAL(19,4) NOT NULL,
  complete    BOOLEAN       NOT NULL,
  recorded_by VARCHAR(40)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  CONSTRAINT pk_debt_schedule PRIMARY KEY (schedule_id),
  CONSTRAINT fk_debt_schedule_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT ck_debt_schedule_total CHECK (total_yuan >= 0)
);
CREATE INDEX ix_debt_schedule_customer ON debt_schedule (customer_id, as_of);
