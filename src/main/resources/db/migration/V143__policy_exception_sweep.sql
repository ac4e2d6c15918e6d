-- What the sweep after midnight looks for: exceptions in force whose day is over.
CREATE INDEX ix_policy_exception_until ON policy_exception (status, until_asked);
CREATE INDEX ix_policy_exception_shortened ON policy_exception (status, until_shortened);
