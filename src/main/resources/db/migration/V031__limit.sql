-- The limit ledger (limit). Balances move only together with entries; the checks repeat the ledger's invariants L1 and L2.
CREATE TABLE limit_account (
  account_id    VARCHAR(60)   NOT NULL,
  parent_id     VARCHAR(60),
  account_level VARCHAR(20)   NOT NULL,
  currency      VARCHAR(3)    NOT NULL,
  ceiling       DECIMAL(19,4),
  reserved      DECIMAL(19,4) NOT NULL,
  provisional   DECIMAL(19,4) NOT NULL,
  committed     DECIMAL(19,4) NOT NULL,
  utilised      DECIMAL(19,4) NOT NULL,
  set_aside     DECIMAL(19,4) NOT NULL,
  ring_fenced   BOOLEAN       NOT NULL,
  own_line      BOOLEAN       NOT NULL,
  revolving     BOOLEAN       NOT NULL,
  status        VARCHAR(20)   NOT NULL,
  valid_to      DATE,
  opened_at     DATETIME(6)   NOT NULL,
  version       BIGINT        NOT NULL,
  CONSTRAINT pk_limit_account PRIMARY KEY (account_id),
  CONSTRAINT fk_limit_account_parent FOREIGN KEY (parent_id) REFERENCES limit_account (account_id),
  CONSTRAINT ck_limit_account_level CHECK (account_level IN ('GROUP', 'CUSTOMER', 'FACILITY')),
  CONSTRAINT ck_limit_account_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'CLOSED')),
  CONSTRAINT ck_limit_account_ceiling CHECK (ceiling IS NULL OR reserved - provisional + committed + set_aside <= ceiling),
  CONSTRAINT ck_limit_account_facility CHECK (account_level <> 'FACILITY' OR utilised <= committed),
  CONSTRAINT ck_limit_account_balances CHECK (reserved >= 0 AND provisional >= 0 AND provisional <= reserved
    AND committed >= 0 AND utilised >= 0 AND set_aside >= 0)
);
CREATE INDEX ix_limit_account_parent ON limit_account (parent_id);

-- One row per command that was carried out: a repeated command finds its receipt here.
CREATE TABLE limit_command (
  source           VARCHAR(40)   NOT NULL,
  command_key      VARCHAR(120)  NOT NULL,
  fingerprint      VARCHAR(64)   NOT NULL,
  verb             VARCHAR(20)   NOT NULL,
  account_id       VARCHAR(60)   NOT NULL,
  currency         VARCHAR(3)    NOT NULL,
  amount           DECIMAL(19,4) NOT NULL,
  ceiling_after    DECIMAL(19,4),
  reserved_after   DECIMAL(19,4) NOT NULL,
  committed_after  DECIMAL(19,4) NOT NULL,
  utilised_after   DECIMAL(19,4) NOT NULL,
  free_before      DECIMAL(19,4),
  free_after       DECIMAL(19,4),
  reservation_id   VARCHAR(40),
  reversed_source  VARCHAR(40),
  reversed_key     VARCHAR(120),
  CONSTRAINT pk_limit_command PRIMARY KEY (source, command_key),
  CONSTRAINT uq_limit_command_reversed UNIQUE (reversed_source, reversed_key)
);

-- What each command changed in each account. Rows are never changed or deleted.
CREATE TABLE limit_entry (
  entry_id           BIGINT        NOT NULL AUTO_INCREMENT,
  source             VARCHAR(40)   NOT NULL,
  command_key        VARCHAR(120)  NOT NULL,
  account_id         VARCHAR(60)   NOT NULL,
  verb               VARCHAR(20)   NOT NULL,
  currency           VARCHAR(3)    NOT NULL,
  ceiling_change     DECIMAL(19,4),
  reserved_change    DECIMAL(19,4) NOT NULL,
  provisional_change DECIMAL(19,4) NOT NULL,
  committed_change   DECIMAL(19,4) NOT NULL,
  utilised_change    DECIMAL(19,4) NOT NULL,
  set_aside_change   DECIMAL(19,4) NOT NULL,
  reservation_id     VARCHAR(40),
  value_date         DATE          NOT NULL,
  booked_at          DATETIME(6)   NOT NULL,
  actor              VARCHAR(40)   NOT NULL,
  CONSTRAINT pk_limit_entry PRIMARY KEY (entry_id),
  CONSTRAINT uq_limit_entry_command UNIQUE (source, command_key, account_id),
  CONSTRAINT fk_limit_entry_account FOREIGN KEY (account_id) REFERENCES limit_account (account_id)
);
CREATE INDEX ix_limit_entry_account ON limit_entry (account_id, entry_id);

-- Headroom held for a while; ends once.
CREATE TABLE limit_reservation (
  reservation_id VARCHAR(40)   NOT NULL,
  account_id     VARCHAR(60)   NOT NULL,
  subject        VARCHAR(60)   NOT NULL,
  purpose        VARCHAR(20)   NOT NULL,
  currency       VARCHAR(3)    NOT NULL,
  amount         DECIMAL(19,4) NOT NULL,
  confirmed      DECIMAL(19,4) NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  expires_on     DATE          NOT NULL,
  CONSTRAINT pk_limit_reservation PRIMARY KEY (reservation_id),
  CONSTRAINT fk_limit_reservation_account FOREIGN KEY (account_id) REFERENCES limit_account (account_id),
  CONSTRAINT ck_limit_reservation_status CHECK (status IN ('OPEN', 'CONFIRMED', 'RELEASED', 'EXPIRED')),
  CONSTRAINT ck_limit_reservation_amount CHECK (amount > 0 AND confirmed >= 0 AND confirmed <= amount),
  CONSTRAINT ck_limit_reservation_confirmed CHECK (confirmed = 0 OR status = 'CONFIRMED')
);
CREATE INDEX ix_limit_reservation_subject ON limit_reservation (subject);
-- Not with the status: ending a reservation would then lock the customer's account before the group's (foreign key check).
CREATE INDEX ix_limit_reservation_account ON limit_reservation (account_id);
CREATE INDEX ix_limit_reservation_due ON limit_reservation (status, expires_on);
