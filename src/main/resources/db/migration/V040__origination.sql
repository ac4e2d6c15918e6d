-- Credit applications and the proposals computed for them (origination).
-- open_case is customer and product while the application is open and NULL afterwards: one open case per customer and purpose.
CREATE TABLE credit_application (
  application_id      VARCHAR(40)   NOT NULL,
  customer_id         VARCHAR(40)   NOT NULL,
  applicant           VARCHAR(40)   NOT NULL,
  opened_by           VARCHAR(40)   NOT NULL,
  made_by             VARCHAR(1000) NOT NULL,
  status              VARCHAR(30)   NOT NULL,
  open_case           VARCHAR(100),
  facility_kind       VARCHAR(20)   NOT NULL,
  product             VARCHAR(40)   NOT NULL,
  products            VARCHAR(500)  NOT NULL,
  requested_amount    DECIMAL(19,4) NOT NULL,
  requested_currency  VARCHAR(3)    NOT NULL,
  policy_as_of        DATE          NOT NULL,
  opened_at           DATETIME(6)   NOT NULL,
  submitted_at        DATETIME(6),
  policy_accepted_at  DATETIME(6),
  policy_accepted_by  VARCHAR(40),
  report_authorised_at DATETIME(6),
  report_authorised_by VARCHAR(40),
  draft               LONGTEXT,
  form                LONGTEXT,
  verdict             VARCHAR(20),
  assessment          LONGTEXT,
  assessed_by         VARCHAR(40),
  assessed_at         DATETIME(6),
  grade               VARCHAR(20),
  proposal_version    INT           NOT NULL,
  reservation_id      VARCHAR(40),
  signed_at           DATETIME(6),
  withdrawal_reason   VARCHAR(500),
  closing_reasons     VARCHAR(2000) NOT NULL,
  closed_at           DATETIME(6),
  letter_document_id  VARCHAR(40),
  version             BIGINT        NOT NULL,
  CONSTRAINT pk_credit_application PRIMARY KEY (application_id),
  CONSTRAINT uq_credit_application_open_case UNIQUE (open_case),
  CONSTRAINT ck_credit_application_amount CHECK (requested_amount > 0),
  CONSTRAINT ck_credit_application_submitted CHECK (status IN ('DRAFT', 'WITHDRAWN', 'LAPSED') OR (submitted_at IS NOT NULL
    AND policy_accepted_at IS NOT NULL AND report_authorised_at IS NOT NULL AND form IS NOT NULL)),
  CONSTRAINT ck_credit_application_open_case CHECK ((closed_at IS NULL) OR (open_case IS NULL))
);
CREATE INDEX ix_credit_application_customer ON credit_application (customer_id, opened_at);
CREATE INDEX ix_credit_application_opened ON credit_application (opened_at);

CREATE TABLE credit_proposal (
  proposal_id    VARCHAR(40)   NOT NULL,
  application_id VARCHAR(40)   NOT NULL,
  proposal_no    INT           NOT NULL,
  outcome        VARCHAR(20)   NOT NULL,
  amount         DECIMAL(19,4) NOT NULL,
  currency       VARCHAR(3)    NOT NULL,
  content        LONGTEXT      NOT NULL,
  sha256         VARCHAR(64)   NOT NULL,
  reservation_id VARCHAR(40),
  created_by     VARCHAR(40)   NOT NULL,
  created_at     DATETIME(6)   NOT NULL,
  CONSTRAINT pk_credit_proposal PRIMARY KEY (proposal_id),
  CONSTRAINT uq_credit_proposal_no UNIQUE (application_id, proposal_no),
  CONSTRAINT fk_credit_proposal_application FOREIGN KEY (application_id) REFERENCES credit_application (application_id),
  CONSTRAINT ck_credit_proposal_amount CHECK (amount >= 0),
  CONSTRAINT ck_credit_proposal_reserved CHECK ((outcome = 'LIMIT_PROPOSED' AND amount > 0 AND reservation_id IS NOT NULL)
    OR (outcome <> 'LIMIT_PROPOSED' AND amount = 0 AND reservation_id IS NULL))
);
