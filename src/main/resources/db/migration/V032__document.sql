-- What a customer has to bring for one subject, item by item (document). Items change one by one, under a row lock.
CREATE TABLE document_checklist (
  subject        VARCHAR(40) NOT NULL,
  customer_id    VARCHAR(40) NOT NULL,
  policy_version VARCHAR(20) NOT NULL,
  items          LONGTEXT    NOT NULL,
  version        BIGINT      NOT NULL,
  CONSTRAINT pk_document_checklist PRIMARY KEY (subject)
);

-- Every document ever received or made by the bank. Rows are never changed, except that they may be kept for longer.
CREATE TABLE document (
  document_id  VARCHAR(40)  NOT NULL,
  subject      VARCHAR(40)  NOT NULL,
  customer_id  VARCHAR(40)  NOT NULL,
  kind         VARCHAR(40)  NOT NULL,
  file_name    VARCHAR(200) NOT NULL,
  media_type   VARCHAR(100) NOT NULL,
  size_bytes   BIGINT       NOT NULL,
  sha256       VARCHAR(64)  NOT NULL,
  made_by_bank BOOLEAN      NOT NULL,
  replaces     VARCHAR(40),
  received_by  VARCHAR(40)  NOT NULL,
  received_at  DATETIME(6)  NOT NULL,
  retain_until DATE         NOT NULL,
  CONSTRAINT pk_document PRIMARY KEY (document_id),
  CONSTRAINT fk_document_replaces FOREIGN KEY (replaces) REFERENCES document (document_id),
  CONSTRAINT ck_document_size CHECK (size_bytes > 0),
  CONSTRAINT ck_document_sha256 CHECK (CHAR_LENGTH(sha256) = 64)
);
CREATE INDEX ix_document_subject ON document (subject, received_at);
CREATE INDEX ix_document_retain_until ON document (retain_until);

CREATE TABLE document_content (
  document_id VARCHAR(40) NOT NULL,
  content     LONGBLOB    NOT NULL,
  CONSTRAINT pk_document_content PRIMARY KEY (document_id),
  CONSTRAINT fk_document_content_document FOREIGN KEY (document_id) REFERENCES document (document_id)
);
