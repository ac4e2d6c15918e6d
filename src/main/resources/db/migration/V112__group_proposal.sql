-- What officers answered to detected connections (customer). fingerprint: hash over what is proposed and the relations it rests on, so
-- that a rejected proposal comes up again only when they change. attempt: an accepted one may arise anew.
CREATE TABLE group_proposal_verdict (
  fingerprint   VARCHAR(64)   NOT NULL,
  attempt       INT           NOT NULL,
  kind          VARCHAR(30)   NOT NULL,
  accepted      BOOLEAN       NOT NULL,
  reason        VARCHAR(1000) NOT NULL,
  content       LONGTEXT      NOT NULL,
  rules_version VARCHAR(40)   NOT NULL,
  decided_by    VARCHAR(40)   NOT NULL,
  decided_at    DATETIME(6)   NOT NULL,
  CONSTRAINT pk_group_proposal_verdict PRIMARY KEY (fingerprint, attempt)
);
