-- Market signals (adjustment), as they were entered; rows are never changed.
CREATE TABLE market_signal (
  signal_id   VARCHAR(40)   NOT NULL,
  industry    VARCHAR(10),
  region      VARCHAR(50),
  direction   VARCHAR(20)   NOT NULL,
  signal_text VARCHAR(2000) NOT NULL,
  signal_day  DATE          NOT NULL,
  source      VARCHAR(200)  NOT NULL,
  recorded_by VARCHAR(40)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  CONSTRAINT pk_market_signal PRIMARY KEY (signal_id),
  CONSTRAINT ck_market_signal_market CHECK (industry IS NOT NULL OR region IS NOT NULL)
);
CREATE INDEX ix_market_signal_recorded ON market_signal (recorded_at);
