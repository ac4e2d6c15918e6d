-- Lists of overdue tasks read the overdue ones only, and questions about other rights don't read those to single tasks.
CREATE INDEX ix_task_due_date ON ACT_RU_TASK (DUE_DATE_);
CREATE INDEX ix_authorization_resource ON ACT_RU_AUTHORIZATION (RESOURCE_TYPE_, GROUP_ID_);
