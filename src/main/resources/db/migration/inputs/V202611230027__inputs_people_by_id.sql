-- Who changed a consent or began an import is told by the person's id: a name would stay after its account is deleted.
-- What stood there was shown nowhere; the audit trail has it too.
ALTER TABLE inputs.consent_event DROP COLUMN actor, ADD COLUMN person uuid;
ALTER TABLE inputs.import_job DROP COLUMN started_by, ADD COLUMN started_by uuid;
