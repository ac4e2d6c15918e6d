-- The papers of an agreement beside its own text (contract): decision letter, guarantee, mortgage and pledge. Each is printed from a
-- version of its template that stays for the case, and signed by its own signatories.
ALTER TABLE agreement ADD COLUMN template_version VARCHAR(20);

CREATE TABLE contract_paper (
  paper_id         VARCHAR(40)   NOT NULL,
  agreement_id     VARCHAR(40)   NOT NULL,
  kind             VARCHAR(20)   NOT NULL,
  line_no          INT           NOT NULL,
  facility_no      INT,
  other_side       VARCHAR(500),
  template_version VARCHAR(20)   NOT NULL,
  document_id      VARCHAR(40)   NOT NULL,
  document_sha256  VARCHAR(64)   NOT NULL,
  signed_id        VARCHAR(40),
  signatures       LONGTEXT      NOT NULL,
  version          BIGINT        NOT NULL,
  CONSTRAINT pk_contract_paper PRIMARY KEY (paper_id),
  CONSTRAINT uq_contract_paper_line UNIQUE (agreement_id, line_no),
  CONSTRAINT fk_contract_paper_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (agreement_id),
  CONSTRAINT ck_contract_paper_kind CHECK (kind IN ('DECISION_LETTER', 'GUARANTEE', 'MORTGAGE', 'PLEDGE')),
  CONSTRAINT ck_contract_paper_line CHECK (line_no > 0)
);
