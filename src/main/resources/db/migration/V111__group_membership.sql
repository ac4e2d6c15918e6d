-- Which customer was in which connected group on which day, and which group stands under which (customer). customer.group_id is the
-- membership of today. Last days (valid_to) are inclusive; a row that was taken back on its first day is annulled.
CREATE TABLE group_membership (
  membership_id BIGINT      NOT NULL AUTO_INCREMENT,
  customer_id   VARCHAR(40) NOT NULL,
  group_id      VARCHAR(40) NOT NULL,
  valid_from    DATE        NOT NULL,
  valid_to      DATE,
  annulled      BOOLEAN     NOT NULL,
  join_reason   VARCHAR(1000),
  joined_by     VARCHAR(40) NOT NULL,
  recorded_at   DATETIME(6) NOT NULL,
  leave_reason  VARCHAR(1000),
  ended_by      VARCHAR(40),
  CONSTRAINT pk_group_membership PRIMARY KEY (membership_id),
  CONSTRAINT fk_group_membership_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  CONSTRAINT fk_group_membership_group FOREIGN KEY (group_id) REFERENCES customer_group (group_id),
  CONSTRAINT ck_group_membership_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX ix_group_membership_group ON group_membership (group_id, valid_from);

-- registered_at is in UTC, a business day begins eight hours earlier.
INSERT INTO group_membership (customer_id, group_id, valid_from, valid_to, annulled, join_reason, joined_by, recorded_at)
SELECT customer_id, group_id, CAST(registered_at + INTERVAL '8' HOUR AS DATE), NULL, FALSE, NULL, 'system', registered_at
FROM customer WHERE group_id IS NOT NULL;

CREATE TABLE group_parent (
  link_id     BIGINT        NOT NULL AUTO_INCREMENT,
  group_id    VARCHAR(40)   NOT NULL,
  parent_id   VARCHAR(40)   NOT NULL,
  valid_from  DATE          NOT NULL,
  valid_to    DATE,
  annulled    BOOLEAN       NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  decided_by  VARCHAR(40)   NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  CONSTRAINT pk_group_parent PRIMARY KEY (link_id),
  CONSTRAINT fk_group_parent_group FOREIGN KEY (group_id) REFERENCES customer_group (group_id),
  CONSTRAINT fk_group_parent_parent FOREIGN KEY (parent_id) REFERENCES customer_group (group_id),
  CONSTRAINT ck_group_parent_other CHECK (group_id <> parent_id),
  CONSTRAINT ck_group_parent_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX ix_group_parent_group ON group_parent (group_id);
