-- What was told about a task's deadline. A step is told once per task.
CREATE TABLE deadline_notice (
  task_id     VARCHAR(64)  NOT NULL,
  step        VARCHAR(12)  NOT NULL,
  case_number VARCHAR(60)  NOT NULL,
  task_key    VARCHAR(120) NOT NULL,
  told        VARCHAR(40)  NOT NULL,
  given_at    DATETIME(6)  NOT NULL,
  CONSTRAINT pk_deadline_notice PRIMARY KEY (task_id, step)
);
CREATE INDEX ix_deadline_notice_step ON deadline_notice (step, given_at);
