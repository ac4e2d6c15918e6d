-- Versions of policies the bank published itself (policy). Rows are never changed or deleted; the file must keep its fingerprint.
CREATE TABLE policy_publication (
  policy_key     VARCHAR(60)  NOT NULL,
  policy_version VARCHAR(20)  NOT NULL,
  effective_from DATE         NOT NULL,
  sha256         VARCHAR(64)  NOT NULL,
  content        LONGBLOB     NOT NULL,
  source         VARCHAR(500) NOT NULL,
  draft_id       VARCHAR(40)  NOT NULL,
  replay_id      VARCHAR(40)  NOT NULL,
  author         VARCHAR(40)  NOT NULL,
  published_by   VARCHAR(40)  NOT NULL,
  published_at   DATETIME(6)  NOT NULL,
  CONSTRAINT pk_policy_publication PRIMARY KEY (policy_key, policy_version),
  CONSTRAINT uq_policy_publication_day UNIQUE (policy_key, effective_from),
  CONSTRAINT uq_policy_publication_draft UNIQUE (draft_id),
  CONSTRAINT ck_policy_publication_four_eyes CHECK (author <> published_by)
);
