-- Who stands behind whom (customer): parties outside the register, and dated relations between parties. Relations are never edited:
-- they are ended, replaced or annulled, so that the graph can be drawn as of any day. Last days (valid_to) are inclusive.
CREATE TABLE outside_party (
  party_id          VARCHAR(40)  NOT NULL,
  kind              VARCHAR(20)  NOT NULL,
  name              VARCHAR(200) NOT NULL,
  identifier_type   VARCHAR(30),
  identifier_hash   VARCHAR(64),
  identifier_kept   VARCHAR(200),
  identifier_masked VARCHAR(40),
  registered_by     VARCHAR(40)  NOT NULL,
  registered_at     DATETIME(6)  NOT NULL,
  CONSTRAINT pk_outside_party PRIMARY KEY (party_id),
  CONSTRAINT uq_outside_party_identifier UNIQUE (identifier_hash),
  CONSTRAINT ck_outside_party_kind CHECK (kind IN ('ENTERPRISE', 'INDIVIDUAL')),
  CONSTRAINT ck_outside_party_sealed CHECK (identifier_type IS NULL OR identifier_type <> 'RESIDENT_ID' OR identifier_kept LIKE 'v1:%')
);
CREATE INDEX ix_outside_party_name ON outside_party (name);

-- detail: position of a key person, kinship of relatives, what a dependence rests on, contract number of a guarantee.
CREATE TABLE party_relation (
  relation_id  VARCHAR(40)   NOT NULL,
  kind         VARCHAR(30)   NOT NULL,
  from_party   VARCHAR(40)   NOT NULL,
  to_party     VARCHAR(40)   NOT NULL,
  percentage   DECIMAL(9,6),
  detail       VARCHAR(200),
  generations  INT,
  amount       DECIMAL(19,4),
  currency     VARCHAR(3),
  valid_from   DATE          NOT NULL,
  valid_to     DATE,
  source       VARCHAR(400)  NOT NULL,
  evidence     VARCHAR(2000) NOT NULL,
  replaces     VARCHAR(40),
  annulled     BOOLEAN       NOT NULL,
  end_reason   VARCHAR(1000),
  ended_by     VARCHAR(40),
  ended_at     DATETIME(6),
  recorded_by  VARCHAR(40)   NOT NULL,
  recorded_at  DATETIME(6)   NOT NULL,
  CONSTRAINT pk_party_relation PRIMARY KEY (relation_id),
  CONSTRAINT ck_party_relation_ends CHECK (from_party <> to_party),
  CONSTRAINT ck_party_relation_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT ck_party_relation_percentage CHECK (percentage IS NULL OR (percentage > 0 AND percentage <= 100)),
  CONSTRAINT ck_party_relation_amount CHECK (amount IS NULL OR amount > 0),
  CONSTRAINT ck_party_relation_kind CHECK (kind IN ('SHAREHOLDING', 'VOTING_CONTROL', 'KEY_PERSON', 'RELATIVE', 'ECONOMIC_DEPENDENCE',
    'GUARANTEE'))
);
CREATE INDEX ix_party_relation_from ON party_relation (from_party, kind);
CREATE INDEX ix_party_relation_to ON party_relation (to_party, kind);

-- One row: writers of relations stand in line here, and readers see by its number that what they remember is out of date.
CREATE TABLE connection_graph (
  graph_id INT    NOT NULL,
  revision BIGINT NOT NULL,
  CONSTRAINT pk_connection_graph PRIMARY KEY (graph_id)
);
INSERT INTO connection_graph (graph_id, revision) VALUES (1, 0);
