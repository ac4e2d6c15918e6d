-- Exchange rates by day, with their source (customer). Never changed: of one day the row entered last counts.
CREATE TABLE exchange_rate (
  rate_id     BIGINT        NOT NULL AUTO_INCREMENT,
  currency    VARCHAR(3)    NOT NULL,
  rate_day    DATE          NOT NULL,
  yuan        DECIMAL(15,8) NOT NULL,
  source      VARCHAR(400)  NOT NULL,
  recorded_by VARCHAR(40)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  CONSTRAINT pk_exchange_rate PRIMARY KEY (rate_id),
  CONSTRAINT ck_exchange_rate_yuan CHECK (yuan > 0),
  CONSTRAINT ck_exchange_rate_currency CHECK (currency <> 'CNY')
);
CREATE INDEX ix_exchange_rate_day ON exchange_rate (currency, rate_day);
