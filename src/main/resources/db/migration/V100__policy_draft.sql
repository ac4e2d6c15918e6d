-- Drafts of policies, what is attached to them, and how far each has come (replay).
CREATE TABLE policy_draft (
  draft_id       VARCHAR(40)   NOT NULL,
  policy_key     VARCHAR(60)   NOT NULL,
  policy_version VARCHAR(20)   NOT NULL,
  title          VARCHAR(200)  NOT NULL,
  source         VARCHAR(500)  NOT NULL,
  sha256         VARCHAR(64)   NOT NULL,
  content        LONGBLOB      NOT NULL,
  revision       INT           NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  author         VARCHAR(40)   NOT NULL,
  uploaded_at    DATETIME(6)   NOT NULL,
  effective_from DATE,
  replay_id      VARCHAR(40),
  submitted_by   VARCHAR(40),
  submitted_at   DATETIME(6),
  decided_by     VARCHAR(40),
  decided_at     DATETIME(6),
  remark         VARCHAR(500),
  CONSTRAINT pk_policy_draft PRIMARY KEY (draft_id),
  CONSTRAINT ck_policy_draft_status CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
  CONSTRAINT ck_policy_draft_submitted CHECK (status NOT IN ('SUBMITTED', 'APPROVED', 'PUBLISHED')
    OR (effective_from IS NOT NULL AND replay_id IS NOT NULL AND submitted_by IS NOT NULL)),
  CONSTRAINT ck_policy_draft_four_eyes CHECK (decided_by IS NULL OR (decided_by <> author AND decided_by <> submitted_by))
);
CREATE INDEX ix_policy_draft_uploaded ON policy_draft (uploaded_at);

CREATE TABLE policy_draft_attachment (
  draft_id      VARCHAR(40)  NOT NULL,
  attachment_no INT          NOT NULL,
  file_name     VARCHAR(200) NOT NULL,
  sha256        VARCHAR(64)  NOT NULL,
  size_bytes    BIGINT       NOT NULL,
  content       LONGBLOB     NOT NULL,
  added_by      VARCHAR(40)  NOT NULL,
  added_at      DATETIME(6)  NOT NULL,
  CONSTRAINT pk_policy_draft_attachment PRIMARY KEY (draft_id, attachment_no),
  CONSTRAINT fk_policy_draft_attachment_draft FOREIGN KEY (draft_id) REFERENCES policy_draft (draft_id)
);
