drop table allowances;
drop table mail_suppressions;
drop table outbox_messages;
drop table jobs;
drop table idempotency_keys;
