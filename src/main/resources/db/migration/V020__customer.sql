-- Customers, connected groups, financial statements, VAT invoices and credit reports (customer).
CREATE TABLE customer_group (
  group_id      VARCHAR(40)  NOT NULL,
  version       BIGINT       NOT NULL,
  name          VARCHAR(200) NOT NULL,
  registered_at DATETIME(6)  NOT NULL,
  CONSTRAINT pk_customer_group PRIMARY KEY (group_id),
  CONSTRAINT uq_customer_group_name UNIQUE (name)
);

-- identifier_kept: as it is for firms; for natural persons sealed with the bank's identity key. identifier_hash: keyed, for look-up.
CREATE TABLE customer (
  customer_id       VARCHAR(40)  NOT NULL,
  version           BIGINT       NOT NULL,
  kind              VARCHAR(20)  NOT NULL,
  name              VARCHAR(200) NOT NULL,
  identifier_type   VARCHAR(30)  NOT NULL,
  identifier_hash   VARCHAR(64)  NOT NULL,
  identifier_kept   VARCHAR(200) NOT NULL,
  identifier_masked VARCHAR(40)  NOT NULL,
  industry_code     VARCHAR(4),
  region            VARCHAR(200),
  established_on    DATE,
  employees         INT,
  size_class        VARCHAR(10),
  phone             VARCHAR(40),
  email             VARCHAR(200),
  group_id          VARCHAR(40),
  blocked           BOOLEAN      NOT NULL,
  block_reason      VARCHAR(1000),
  registered_at     DATETIME(6)  NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (customer_id),
  CONSTRAINT uq_customer_identifier UNIQUE (identifier_hash),
  CONSTRAINT fk_customer_group FOREIGN KEY (group_id) REFERENCES customer_group (group_id),
  CONSTRAINT ck_customer_kind CHECK (kind IN ('ENTERPRISE', 'INDIVIDUAL')),
  CONSTRAINT ck_customer_resident_id_sealed CHECK (identifier_type <> 'RESIDENT_ID' OR identifier_kept LIKE 'v1:%'),
  CONSTRAINT ck_customer_employees CHECK (employees IS NULL OR employees >= 0),
  CONSTRAINT ck_customer_block_reason CHECK (blocked = FALSE OR block_reason IS NOT NULL)
);
CREATE INDEX ix_customer_name ON customer (name);

CREATE TABLE financial_statement (
  statement_id BIGINT        NOT NULL AUTO_INCREMENT,
  version      BIGINT        NOT NULL,
  customer_id  VARCHAR(40)   NOT NULL,
  period_end   DATE          NOT NULL,
  months       INT           NOT NULL,
  basis        VARCHAR(20)   NOT NULL,
  currency     VARCHAR(3)    NOT NULL,
  amounts      LONGTEXT      NOT NULL,
  differences  LONGTEXT      NOT NULL,
  status       VARCHAR(20)   NOT NULL,
  explanation  VARCHAR(1000),
  recorded_by  VARCHAR(40)   NOT NULL,
  recorded_at  DATETIME(6)   NOT NULL,
  CONSTRAINT pk_financial_statement PRIMARY KEY (statement_id),
  CONSTRAINT uq_financial_statement UNIQUE (customer_id, period_end, months, basis),
  CONSTRAINT fk_financial_statement_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT ck_financial_statement_months CHECK (months BETWEEN 1 AND 12),
  CONSTRAINT ck_financial_statement_explained CHECK (status <> 'EXPLAINED' OR explanation IS NOT NULL)
);

-- Value-added-tax invoices, always in yuan. fingerprint: hash over everything but the status, so that an invoice is kept once.
CREATE TABLE invoice (
  invoice_id   BIGINT        NOT NULL AUTO_INCREMENT,
  fingerprint  VARBINARY(16) NOT NULL,
  customer_id  VARCHAR(40)   NOT NULL,
  direction    VARCHAR(8)    NOT NULL,
  invoice_no   VARCHAR(20)   NOT NULL,
  issued_on    DATE          NOT NULL,
  month_no     INT           NOT NULL,
  counterparty VARCHAR(60)   NOT NULL,
  amount       DECIMAL(19,2) NOT NULL,
  tax          DECIMAL(19,2) NOT NULL,
  total        DECIMAL(19,2) NOT NULL,
  voided       BOOLEAN       NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (invoice_id),
  CONSTRAINT uq_invoice_fingerprint UNIQUE (fingerprint),
  CONSTRAINT fk_invoice_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT ck_invoice_direction CHECK (direction IN ('ISSUED', 'RECEIVED')),
  CONSTRAINT ck_invoice_total CHECK (ABS(amount + tax - total) <= 0.02)
);
CREATE INDEX ix_invoice_month ON invoice (customer_id, direction, month_no);

-- Monthly sums over invoice; month_no is year * 100 + month. The last three columns look back over 12 months.
CREATE TABLE invoice_month (
  customer_id        VARCHAR(40)   NOT NULL,
  direction          VARCHAR(8)    NOT NULL,
  month_no           INT           NOT NULL,
  valid_count        BIGINT        NOT NULL,
  void_count         BIGINT        NOT NULL,
  negative_count     BIGINT        NOT NULL,
  valid_amount       DECIMAL(19,2) NOT NULL,
  valid_tax          DECIMAL(19,2) NOT NULL,
  negative_amount    DECIMAL(19,2) NOT NULL,
  void_amount        DECIMAL(19,2) NOT NULL,
  counterparties_12m INT           NOT NULL,
  positive_12m       DECIMAL(19,2) NOT NULL,
  largest_12m        DECIMAL(19,2) NOT NULL,
  CONSTRAINT pk_invoice_month PRIMARY KEY (customer_id, direction, month_no),
  CONSTRAINT fk_invoice_month_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT ck_invoice_month_no CHECK (MOD(month_no, 100) BETWEEN 1 AND 12),
  CONSTRAINT ck_invoice_month_counts CHECK (valid_count >= negative_count AND negative_count >= 0 AND void_count >= 0)
);

-- Whether the monthly sums of a firm follow its invoices; stale from the first row of an import to its end.
CREATE TABLE invoice_standing (
  customer_id VARCHAR(40) NOT NULL,
  direction   VARCHAR(8)  NOT NULL,
  stale       BOOLEAN     NOT NULL,
  CONSTRAINT pk_invoice_standing PRIMARY KEY (customer_id, direction),
  CONSTRAINT fk_invoice_standing_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
);

-- Credit reports are never changed; the newest counts.
CREATE TABLE credit_report (
  report_id               BIGINT        NOT NULL AUTO_INCREMENT,
  customer_id             VARCHAR(40)   NOT NULL,
  as_of                   DATE          NOT NULL,
  overdue_count_24m       INT           NOT NULL,
  max_days_past_due_24m   INT           NOT NULL,
  current_overdue_days    INT           NOT NULL,
  outstanding_debt        DECIMAL(19,4) NOT NULL,
  guarantees_given        DECIMAL(19,4) NOT NULL,
  currency                VARCHAR(3)    NOT NULL,
  queries_6m              INT           NOT NULL,
  defaulted               BOOLEAN       NOT NULL,
  dishonest_debtor        BOOLEAN       NOT NULL,
  authorisation_reference VARCHAR(100)  NOT NULL,
  source                  VARCHAR(100)  NOT NULL,
  recorded_by             VARCHAR(40)   NOT NULL,
  recorded_at             DATETIME(6)   NOT NULL,
  CONSTRAINT pk_credit_report PRIMARY KEY (report_id),
  CONSTRAINT fk_credit_report_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT ck_credit_report_counts CHECK (overdue_count_24m BETWEEN 0 AND 24 AND max_days_past_due_24m >= 0
    AND current_overdue_days >= 0 AND queries_6m >= 0),
  CONSTRAINT ck_credit_report_amounts CHECK (outstanding_debt >= 0 AND guarantees_given >= 0)
);
CREATE INDEX ix_credit_report_customer ON credit_report (customer_id, as_of);
