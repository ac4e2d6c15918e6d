-- Who is away from when to when and who acts for him (approval). Entries are ended, never deleted.
CREATE TABLE absence (
  absence_id  VARCHAR(40)  NOT NULL,
  person      VARCHAR(40)  NOT NULL,
  delegate    VARCHAR(40)  NOT NULL,
  starts_on   DATE         NOT NULL,
  ends_on     DATE         NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  recorded_by VARCHAR(40)  NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  ended_on    DATE,
  ended_by    VARCHAR(40),
  CONSTRAINT pk_absence PRIMARY KEY (absence_id),
  CONSTRAINT ck_absence_days CHECK (ends_on >= starts_on),
  CONSTRAINT ck_absence_delegate CHECK (delegate <> person)
);
CREATE INDEX ix_absence_days ON absence (ends_on, starts_on);

-- One row: entries are judged one after the other, so that two of them cannot lead in a circle.
CREATE TABLE absence_lock (
  lock_id INT NOT NULL,
  CONSTRAINT pk_absence_lock PRIMARY KEY (lock_id)
);
INSERT INTO absence_lock (lock_id) VALUES (1);
