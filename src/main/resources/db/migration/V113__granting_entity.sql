-- Companies of the lending group that grant credit, and whose people and cases are whose (identity). The head office is there from
-- the first day.
CREATE TABLE granting_entity (
  entity_code VARCHAR(20)  NOT NULL,
  name_zh     VARCHAR(100) NOT NULL,
  name_en     VARCHAR(100) NOT NULL,
  parent_code VARCHAR(20),
  active_from DATE         NOT NULL,
  active_to   DATE,
  CONSTRAINT pk_granting_entity PRIMARY KEY (entity_code),
  CONSTRAINT fk_granting_entity_parent FOREIGN KEY (parent_code) REFERENCES granting_entity (entity_code),
  CONSTRAINT ck_granting_entity_root CHECK ((entity_code = 'HQ' AND parent_code IS NULL) OR (entity_code <> 'HQ' AND parent_code IS NOT NULL)),
  CONSTRAINT ck_granting_entity_period CHECK (active_to IS NULL OR active_to >= active_from)
);
INSERT INTO granting_entity (entity_code, name_zh, name_en, parent_code, active_from, active_to)
  VALUES ('HQ', '集团总部', 'Head office', NULL, '2000-01-01', NULL);

ALTER TABLE person ADD COLUMN entity_code VARCHAR(20) DEFAULT 'HQ' NOT NULL;
ALTER TABLE person ADD COLUMN group_view BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE person ADD CONSTRAINT fk_person_entity FOREIGN KEY (entity_code) REFERENCES granting_entity (entity_code);

-- Applications, reviews, overrides and facilities by their number; the registration of a customer under the customer's number.
CREATE TABLE granting_case (
  case_number VARCHAR(40) NOT NULL,
  customer_id VARCHAR(40) NOT NULL,
  entity_code VARCHAR(20) NOT NULL,
  CONSTRAINT pk_granting_case PRIMARY KEY (case_number),
  CONSTRAINT fk_granting_case_entity FOREIGN KEY (entity_code) REFERENCES granting_entity (entity_code)
);
CREATE INDEX ix_granting_case_customer ON granting_case (customer_id, entity_code);
