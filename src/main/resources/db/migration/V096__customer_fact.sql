-- Other facts about customers (customer): tax record, visit, background check, agency's grade, past trading. Rows are never changed;
-- of one kind the latest day counts. fingerprint: hash over everything that was told, so that the same fact is kept once.
CREATE TABLE customer_fact (
  fact_id            BIGINT        NOT NULL AUTO_INCREMENT,
  customer_id        VARCHAR(40)   NOT NULL,
  kind               VARCHAR(30)   NOT NULL,
  as_of              DATE          NOT NULL,
  source             VARCHAR(200)  NOT NULL,
  document_reference VARCHAR(400),
  content            LONGTEXT      NOT NULL,
  fingerprint        VARCHAR(64)   NOT NULL,
  recorded_by        VARCHAR(40)   NOT NULL,
  recorded_at        DATETIME(6)   NOT NULL,
  CONSTRAINT pk_customer_fact PRIMARY KEY (fact_id),
  CONSTRAINT uq_customer_fact UNIQUE (fingerprint),
  CONSTRAINT fk_customer_fact_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT ck_customer_fact_kind CHECK (kind IN ('TAX_RECORD', 'SITE_VISIT', 'BACKGROUND_CHECK', 'EXTERNAL_RATING', 'PAST_TRADING'))
);
CREATE INDEX ix_customer_fact_customer ON customer_fact (customer_id, kind, as_of);
