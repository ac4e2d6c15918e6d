-- Certificates of the development authority (document): its root and what it issued. A real key store is never copied here.
-- The private keys lie open: whoever reads this table can sign as anybody. That is why production refuses this authority.
CREATE TABLE signing_certificate (
  holder      VARCHAR(120)  NOT NULL,
  issue_no    INT           NOT NULL,
  subject     VARCHAR(1000) NOT NULL,
  certificate LONGTEXT      NOT NULL,
  private_key LONGTEXT      NOT NULL,
  valid_from  DATETIME(6)   NOT NULL,
  valid_to    DATETIME(6)   NOT NULL,
  CONSTRAINT pk_signing_certificate PRIMARY KEY (holder, issue_no),
  CONSTRAINT ck_signing_certificate_no CHECK (issue_no > 0),
  CONSTRAINT ck_signing_certificate_validity CHECK (valid_to > valid_from)
);
