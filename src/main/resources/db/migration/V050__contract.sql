-- Offers of approved terms to a customer (contract). Each counter-offer opens a new round.
CREATE TABLE offer (
  offer_id       VARCHAR(40)   NOT NULL,
  application_id VARCHAR(40)   NOT NULL,
  customer_id    VARCHAR(40)   NOT NULL,
  round_no       INT           NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  terms          LONGTEXT      NOT NULL,
  terms_hash     VARCHAR(64)   NOT NULL,
  valid_until    DATE          NOT NULL,
  letter_id      VARCHAR(40)   NOT NULL,
  issued_at      DATETIME(6)   NOT NULL,
  remark         VARCHAR(1000),
  answered_by    VARCHAR(40),
  answered_at    DATETIME(6),
  version        BIGINT        NOT NULL,
  CONSTRAINT pk_offer PRIMARY KEY (offer_id),
  CONSTRAINT uq_offer_round UNIQUE (application_id, round_no),
  CONSTRAINT ck_offer_round CHECK (round_no > 0),
  CONSTRAINT ck_offer_status CHECK (status IN ('ISSUED', 'ACCEPTED', 'COUNTERED', 'REFUSED', 'EXPIRED', 'WITHDRAWN')),
  CONSTRAINT ck_offer_answered CHECK (status NOT IN ('ACCEPTED', 'COUNTERED', 'REFUSED') OR (answered_by IS NOT NULL AND answered_at IS NOT NULL))
);

-- Agreements drawn up from accepted offers, with their signatures and conditions precedent.
CREATE TABLE agreement (
  agreement_id    VARCHAR(40) NOT NULL,
  application_id  VARCHAR(40) NOT NULL,
  offer_id        VARCHAR(40) NOT NULL,
  customer_id     VARCHAR(40) NOT NULL,
  draft_no        INT         NOT NULL,
  status          VARCHAR(20) NOT NULL,
  terms           LONGTEXT    NOT NULL,
  terms_hash      VARCHAR(64) NOT NULL,
  document_id     VARCHAR(40) NOT NULL,
  document_sha256 VARCHAR(64) NOT NULL,
  signed_id       VARCHAR(40),
  drawn_up_on     DATE        NOT NULL,
  sign_by         DATE        NOT NULL,
  legal_remark    VARCHAR(1000),
  signatures      LONGTEXT    NOT NULL,
  conditions      LONGTEXT    NOT NULL,
  version         BIGINT      NOT NULL,
  CONSTRAINT pk_agreement PRIMARY KEY (agreement_id),
  CONSTRAINT uq_agreement_draft UNIQUE (application_id, draft_no),
  CONSTRAINT fk_agreement_offer FOREIGN KEY (offer_id) REFERENCES offer (offer_id),
  CONSTRAINT ck_agreement_status CHECK (status IN ('DRAWN_UP', 'RETURNED', 'READY_TO_SIGN', 'SIGNED_BY_CUSTOMER', 'SIGNED', 'EXPIRED', 'CANCELLED')),
  CONSTRAINT ck_agreement_signed CHECK (status <> 'SIGNED' OR signed_id IS NOT NULL),
  CONSTRAINT ck_agreement_sign_by CHECK (sign_by >= drawn_up_on)
);

-- The book of facilities (授信额度台账). Amounts used and left stand in the limit ledger.
CREATE TABLE facility (
  facility_id       VARCHAR(40)   NOT NULL,
  agreement_id      VARCHAR(40)   NOT NULL,
  application_id    VARCHAR(40)   NOT NULL,
  customer_id       VARCHAR(40)   NOT NULL,
  line_no           INT           NOT NULL,
  product           VARCHAR(40)   NOT NULL,
  kind              VARCHAR(20)   NOT NULL,
  amount            DECIMAL(19,4) NOT NULL,
  currency          VARCHAR(3)    NOT NULL,
  rate              DECIMAL(9,6),
  tenor_months      INT           NOT NULL,
  payment_term_days INT,
  revolving         BOOLEAN       NOT NULL,
  valid_from        DATE          NOT NULL,
  valid_to          DATE          NOT NULL,
  version           BIGINT        NOT NULL,
  CONSTRAINT pk_facility PRIMARY KEY (facility_id),
  CONSTRAINT uq_facility_line UNIQUE (application_id, line_no),
  CONSTRAINT fk_facility_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (agreement_id),
  CONSTRAINT ck_facility_amount CHECK (amount > 0),
  CONSTRAINT ck_facility_validity CHECK (valid_to >= valid_from),
  CONSTRAINT ck_facility_price CHECK ((kind = 'LENDING' AND rate IS NOT NULL) OR (kind = 'TRADE_CREDIT' AND payment_term_days IS NOT NULL))
);
CREATE INDEX ix_facility_customer ON facility (customer_id, valid_from);
