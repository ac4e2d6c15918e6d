-- The limit ledger, second edition: pools and sub-facilities in the tree, foreign currencies carried in the parent's, temporary room,
-- product lists; and a journal that says once what a command did alike to a whole path of accounts.
ALTER TABLE limit_account ADD COLUMN temporary DECIMAL(19,4) DEFAULT 0 NOT NULL;
ALTER TABLE limit_account ADD COLUMN temporary_to DATE;
ALTER TABLE limit_account ADD COLUMN excess DECIMAL(19,4) DEFAULT 0 NOT NULL;
-- Facilities: what of the use is that of their parts.
ALTER TABLE limit_account ADD COLUMN of_parts DECIMAL(19,4) DEFAULT 0 NOT NULL;
-- What an account in another currency than its parent's counts for there, in the parent's currency; empty in the same currency.
ALTER TABLE limit_account ADD COLUMN carried_reserved DECIMAL(19,4);
ALTER TABLE limit_account ADD COLUMN carried_committed DECIMAL(19,4);
ALTER TABLE limit_account ADD COLUMN carried_utilised DECIMAL(19,4);
-- Codes of the products that may be used, separated by blanks; empty: all.
ALTER TABLE limit_account ADD COLUMN products VARCHAR(500);
ALTER TABLE limit_account DROP CONSTRAINT ck_limit_account_level;
ALTER TABLE limit_account ADD CONSTRAINT ck_limit_account_levels
  CHECK (account_level IN ('GROUP', 'POOL', 'CUSTOMER', 'FACILITY', 'SUB_FACILITY'));
ALTER TABLE limit_account DROP CONSTRAINT ck_limit_account_ceiling;
ALTER TABLE limit_account ADD CONSTRAINT ck_limit_account_top
  CHECK (ceiling IS NULL OR account_level IN ('FACILITY', 'SUB_FACILITY')
         OR reserved - provisional + committed + set_aside <= ceiling + temporary + excess);
ALTER TABLE limit_account DROP CONSTRAINT ck_limit_account_facility;
ALTER TABLE limit_account ADD CONSTRAINT ck_limit_account_use
  CHECK (account_level <> 'FACILITY' OR reserved + utilised <= committed + excess);
ALTER TABLE limit_account ADD CONSTRAINT ck_limit_account_sub_use
  CHECK (account_level <> 'SUB_FACILITY' OR ceiling IS NULL OR reserved + utilised <= ceiling + temporary + excess);
ALTER TABLE limit_account ADD CONSTRAINT ck_limit_account_temporary CHECK (temporary >= 0 AND excess >= 0 AND of_parts >= 0 AND of_parts <= utilised);

-- A set of accounts in one line of the tree, root first, that a command changed by the same amounts.
CREATE TABLE limit_path (
  path_id  BIGINT       NOT NULL,
  accounts VARCHAR(600) NOT NULL,
  CONSTRAINT pk_limit_path PRIMARY KEY (path_id)
);
CREATE TABLE limit_path_account (
  path_id    BIGINT      NOT NULL,
  account_id VARCHAR(60) NOT NULL,
  CONSTRAINT pk_limit_path_account PRIMARY KEY (path_id, account_id),
  CONSTRAINT fk_limit_path_account_path FOREIGN KEY (path_id) REFERENCES limit_path (path_id),
  CONSTRAINT fk_limit_path_account_account FOREIGN KEY (account_id) REFERENCES limit_account (account_id)
);

-- What each command did. Line 0 also says what was asked and answered, so that a repeated command finds its receipt.
-- Rows are never changed or deleted.
ALTER TABLE limit_entry RENAME TO limit_entry_v031;
CREATE TABLE limit_entry (
  entry_id           BIGINT       NOT NULL AUTO_INCREMENT,
  source             VARCHAR(40)  NOT NULL,
  command_key        VARCHAR(120) NOT NULL,
  line               SMALLINT     NOT NULL,
  verb               VARCHAR(20)  NOT NULL,
  path_id            BIGINT       NOT NULL,
  currency           VARCHAR(3)   NOT NULL,
  ceiling_change     DECIMAL(19,4),
  temporary_change   DECIMAL(19,4),
  reserved_change    DECIMAL(19,4),
  provisional_change DECIMAL(19,4),
  committed_change   DECIMAL(19,4),
  utilised_change    DECIMAL(19,4),
  set_aside_change   DECIMAL(19,4),
  excess_change      DECIMAL(19,4),
  exchange_rate      DECIMAL(19,8),
  value_date         DATE         NOT NULL,
  booked_at          DATETIME(6)  NOT NULL,
  actor              VARCHAR(40)  NOT NULL,
  reservation_id     VARCHAR(40),
  account_id         VARCHAR(60),
  amount             DECIMAL(19,4),
  fingerprint        VARCHAR(64),
  receipt            VARCHAR(200),
  CONSTRAINT pk_limit_entry_line PRIMARY KEY (entry_id),
  CONSTRAINT uq_limit_entry_line UNIQUE (source, command_key, line)
);
INSERT INTO limit_path (path_id, accounts)
  SELECT ROW_NUMBER() OVER (ORDER BY account_id), account_id FROM limit_account;
INSERT INTO limit_path_account (path_id, account_id) SELECT path_id, accounts FROM limit_path;
INSERT INTO limit_entry (source, command_key, line, verb, path_id, currency, ceiling_change, reserved_change,
    provisional_change, committed_change, utilised_change, set_aside_change, value_date, booked_at, actor, reservation_id,
    account_id, amount, fingerprint, receipt)
  SELECT e.source, e.command_key,
         ROW_NUMBER() OVER (PARTITION BY e.source, e.command_key
                            ORDER BY CASE WHEN e.account_id = c.account_id THEN 0 ELSE 1 END, e.entry_id) - 1,
         e.verb, p.path_id, e.currency, e.ceiling_change, e.reserved_change, e.provisional_change, e.committed_change,
         e.utilised_change, e.set_aside_change, e.value_date, e.booked_at, e.actor, e.reservation_id,
         CASE WHEN e.account_id = c.account_id THEN c.account_id END, CASE WHEN e.account_id = c.account_id THEN c.amount END,
         CASE WHEN e.account_id = c.account_id THEN c.fingerprint END,
         CASE WHEN e.account_id = c.account_id THEN
           CONCAT(COALESCE(CONCAT(c.ceiling_after, ''), ''), '|', c.reserved_after, '|', c.committed_after, '|', c.utilised_after, '|',
                  COALESCE(CONCAT(c.free_before, ''), ''), '|', COALESCE(CONCAT(c.free_after, ''), '')) END
    FROM limit_entry_v031 e
    JOIN limit_command c ON c.source = e.source AND c.command_key = e.command_key
    JOIN limit_path p ON p.accounts = e.account_id
   ORDER BY e.entry_id;
CREATE INDEX ix_limit_entry_path ON limit_entry (path_id, value_date);

-- A command is taken back once.
CREATE TABLE limit_reversal (
  reversed_source VARCHAR(40)  NOT NULL,
  reversed_key    VARCHAR(120) NOT NULL,
  source          VARCHAR(40)  NOT NULL,
  command_key     VARCHAR(120) NOT NULL,
  CONSTRAINT pk_limit_reversal PRIMARY KEY (reversed_source, reversed_key)
);
INSERT INTO limit_reversal (reversed_source, reversed_key, source, command_key)
  SELECT reversed_source, reversed_key, source, command_key FROM limit_command WHERE reversed_source IS NOT NULL;
DROP TABLE limit_entry_v031;
DROP TABLE limit_command;

ALTER TABLE limit_reservation ADD COLUMN product VARCHAR(40);
