-- Replays of drafts over past applications and present customers, and whom each would have treated otherwise (replay). Rows are never changed.
CREATE TABLE policy_replay (
  replay_id VARCHAR(40) NOT NULL,
  draft_id  VARCHAR(40) NOT NULL,
  sha256    VARCHAR(64) NOT NULL,
  body      LONGTEXT    NOT NULL,
  run_by    VARCHAR(40) NOT NULL,
  run_at    DATETIME(6) NOT NULL,
  CONSTRAINT pk_policy_replay PRIMARY KEY (replay_id),
  CONSTRAINT fk_policy_replay_draft FOREIGN KEY (draft_id) REFERENCES policy_draft (draft_id)
);
CREATE INDEX ix_policy_replay_draft ON policy_replay (draft_id, run_at);

CREATE TABLE policy_replay_line (
  replay_id    VARCHAR(40)   NOT NULL,
  line_no      INT           NOT NULL,
  population   VARCHAR(20)   NOT NULL,
  subject      VARCHAR(60)   NOT NULL,
  customer_id  VARCHAR(40)   NOT NULL,
  grade_before VARCHAR(20)   NOT NULL,
  grade_after  VARCHAR(20)   NOT NULL,
  limit_before DECIMAL(19,4),
  limit_after  DECIMAL(19,4),
  tier_before  VARCHAR(30),
  tier_after   VARCHAR(30),
  loss_before  DECIMAL(19,4),
  loss_after   DECIMAL(19,4),
  CONSTRAINT pk_policy_replay_line PRIMARY KEY (replay_id, line_no)
);
