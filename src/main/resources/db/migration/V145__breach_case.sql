-- What a breached covenant or standing condition leads to (monitoring): one open case per facility, with what is proposed.
CREATE TABLE breach_case (
  case_id        VARCHAR(40)   NOT NULL,
  facility_id    VARCHAR(40)   NOT NULL,
  application_id VARCHAR(40)   NOT NULL,
  customer_id    VARCHAR(40)   NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  open_for       VARCHAR(40),
  proposal       VARCHAR(20)   NOT NULL,
  share          DECIMAL(9, 6) NOT NULL,
  grade          VARCHAR(20)   NOT NULL,
  rule_code      VARCHAR(60)   NOT NULL,
  policy_version VARCHAR(40)   NOT NULL,
  reference      VARCHAR(40),
  opened_at      DATETIME(6)   NOT NULL,
  outcome        VARCHAR(40),
  settled_at     DATETIME(6),
  CONSTRAINT pk_breach_case PRIMARY KEY (case_id),
  CONSTRAINT uq_breach_case_open UNIQUE (open_for),
  CONSTRAINT ck_breach_case_status CHECK (status IN ('OPEN', 'SETTLED')),
  CONSTRAINT ck_breach_case_proposal CHECK (proposal IN ('REVIEW', 'SECURITY', 'DECREASE', 'SUSPEND')),
  CONSTRAINT ck_breach_case_share CHECK (share >= 0 AND share <= 1)
);
CREATE INDEX ix_breach_case_facility ON breach_case (facility_id);
CREATE INDEX ix_breach_case_customer ON breach_case (customer_id);
CREATE INDEX ix_breach_case_reference ON breach_case (reference);

CREATE TABLE breach_cause (
  case_id   VARCHAR(40)   NOT NULL,
  source    VARCHAR(40)   NOT NULL,
  kind      VARCHAR(20)   NOT NULL,
  code      VARCHAR(60)   NOT NULL,
  missed_by DECIMAL(24, 6),
  times     INT           NOT NULL,
  proposal  VARCHAR(20)   NOT NULL,
  rule_code VARCHAR(60)   NOT NULL,
  reason    VARCHAR(1000) NOT NULL,
  noted_at  DATETIME(6)   NOT NULL,
  CONSTRAINT pk_breach_cause PRIMARY KEY (case_id, source),
  CONSTRAINT fk_breach_cause_case FOREIGN KEY (case_id) REFERENCES breach_case (case_id),
  CONSTRAINT ck_breach_cause_times CHECK (times >= 1)
);
CREATE INDEX ix_breach_cause_source ON breach_cause (source);
