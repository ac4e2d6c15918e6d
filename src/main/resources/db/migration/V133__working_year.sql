-- Years of the working calendar an administrator entered; a correction is a further version, and the newest counts.
CREATE TABLE working_year (
  calendar_year INT           NOT NULL,
  version       INT           NOT NULL,
  holidays      VARCHAR(4000) NOT NULL,
  worked        VARCHAR(2000) NOT NULL,
  source        VARCHAR(300)  NOT NULL,
  entered_by    VARCHAR(40)   NOT NULL,
  entered_at    DATETIME(6)   NOT NULL,
  CONSTRAINT pk_working_year PRIMARY KEY (calendar_year, version)
);
