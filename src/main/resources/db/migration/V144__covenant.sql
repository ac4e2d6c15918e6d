-- Covenants of active facilities and their tests (monitoring). The terms are those of the signed agreement and are never changed here.
CREATE TABLE covenant (
  covenant_id    VARCHAR(40)   NOT NULL,
  agreement_id   VARCHAR(40)   NOT NULL,
  application_id VARCHAR(40)   NOT NULL,
  customer_id    VARCHAR(40)   NOT NULL,
  code           VARCHAR(60)   NOT NULL,
  kind           VARCHAR(20)   NOT NULL,
  facilities     VARCHAR(1000) NOT NULL,
  terms          VARCHAR(4000) NOT NULL,
  active_from    DATE          NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  CONSTRAINT pk_covenant PRIMARY KEY (covenant_id),
  CONSTRAINT uq_covenant_code UNIQUE (agreement_id, code),
  CONSTRAINT ck_covenant_kind CHECK (kind IN ('FINANCIAL', 'INFORMATIONAL', 'NEGATIVE')),
  CONSTRAINT ck_covenant_status CHECK (status IN ('ACTIVE', 'ENDED'))
);
CREATE INDEX ix_covenant_customer ON covenant (customer_id);
CREATE INDEX ix_covenant_application ON covenant (application_id);

CREATE TABLE covenant_test (
  test_id         VARCHAR(40)    NOT NULL,
  covenant_id     VARCHAR(40)    NOT NULL,
  period_end      DATE           NOT NULL,
  notice_on       DATE           NOT NULL,
  first_test_on   DATE           NOT NULL,
  test_on         DATE           NOT NULL,
  grace_ends_on   DATE           NOT NULL,
  target          DECIMAL(24, 6),
  status          VARCHAR(20)    NOT NULL,
  told_at         DATETIME(6),
  derived         DECIMAL(24, 6),
  undefined       VARCHAR(40),
  figures         VARCHAR(12000),
  reported        DECIMAL(24, 6),
  report_evidence VARCHAR(40),
  report_remark   VARCHAR(1000),
  reported_by     VARCHAR(40),
  reported_at     DATETIME(6),
  kept            BOOLEAN,
  evidence        VARCHAR(40),
  remark          VARCHAR(1000),
  cured           BOOLEAN        NOT NULL,
  done_by         VARCHAR(40),
  done_at         DATETIME(6),
  version         BIGINT         NOT NULL,
  CONSTRAINT pk_covenant_test PRIMARY KEY (test_id),
  CONSTRAINT uq_covenant_test_period UNIQUE (covenant_id, period_end),
  CONSTRAINT fk_covenant_test_covenant FOREIGN KEY (covenant_id) REFERENCES covenant (covenant_id),
  CONSTRAINT ck_covenant_test_days CHECK (notice_on <= test_on AND test_on <= grace_ends_on),
  CONSTRAINT ck_covenant_test_status CHECK (status IN ('PLANNED', 'OPEN', 'IN_GRACE', 'DEFERRED', 'MET', 'WAIVED', 'BREACHED', 'NOT_TESTABLE', 'ENDED')),
  CONSTRAINT ck_covenant_test_done CHECK (status NOT IN ('MET', 'WAIVED', 'BREACHED', 'NOT_TESTABLE') OR (done_by IS NOT NULL AND done_at IS NOT NULL))
);
CREATE INDEX ix_covenant_test_due ON covenant_test (status, test_on);

CREATE TABLE covenant_relief (
  relief_id   VARCHAR(40)   NOT NULL,
  test_id     VARCHAR(40)   NOT NULL,
  covenant_id VARCHAR(40)   NOT NULL,
  kind        VARCHAR(20)   NOT NULL,
  until_day   DATE,
  reason      VARCHAR(1000) NOT NULL,
  asked_by    VARCHAR(40)   NOT NULL,
  asked_at    DATETIME(6)   NOT NULL,
  status      VARCHAR(20)   NOT NULL,
  open_for    VARCHAR(40),
  tier        VARCHAR(40),
  decided_by  VARCHAR(40),
  decision    VARCHAR(1000),
  decided_at  DATETIME(6),
  CONSTRAINT pk_covenant_relief PRIMARY KEY (relief_id),
  CONSTRAINT uq_covenant_relief_open UNIQUE (open_for),
  CONSTRAINT fk_covenant_relief_test FOREIGN KEY (test_id) REFERENCES covenant_test (test_id),
  CONSTRAINT ck_covenant_relief_kind CHECK (kind IN ('DEFERRAL', 'WAIVER')),
  CONSTRAINT ck_covenant_relief_until CHECK (kind = 'WAIVER' OR until_day IS NOT NULL),
  CONSTRAINT ck_covenant_relief_status CHECK (status IN ('ASKED', 'GRANTED', 'DENIED', 'LAPSED')),
  CONSTRAINT ck_covenant_relief_eyes CHECK (decided_by IS NULL OR decided_by <> asked_by)
);
CREATE INDEX ix_covenant_relief_test ON covenant_relief (test_id);
CREATE INDEX ix_covenant_relief_covenant ON covenant_relief (covenant_id, status);
