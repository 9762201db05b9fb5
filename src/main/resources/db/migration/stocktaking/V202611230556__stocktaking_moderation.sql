-- What the secretariat decides about: when the newest state came, and that it can be declined while an earlier one
-- stays public.
ALTER TABLE stocktaking.project ADD COLUMN sent_at timestamptz;
UPDATE stocktaking.project p SET sent_at = r.received_at
FROM stocktaking.revision r WHERE r.project_id = p.id AND r.number = p.revision;
ALTER TABLE stocktaking.project ALTER COLUMN sent_at SET NOT NULL;

ALTER TABLE stocktaking.project DROP CONSTRAINT project_check;
ALTER TABLE stocktaking.project ADD CONSTRAINT project_public CHECK (published_at IS NULL OR (public_revision IS NOT NULL
    AND consent_text AND withdrawn_at IS NULL AND merged_into IS NULL
    AND (declined_at IS NULL OR public_revision <> revision)));

-- The desk, oldest first, however many are public already.
DROP INDEX stocktaking.project_to_decide;
CREATE INDEX project_waiting ON stocktaking.project (sent_at, number)
    WHERE withdrawn_at IS NULL AND merged_into IS NULL AND declined_at IS NULL AND asked_back_at IS NULL AND consent_text
        AND (revision IS DISTINCT FROM public_revision OR (published_at IS NULL AND note = ''));
CREATE INDEX project_asked_back ON stocktaking.project (sent_at, number)
    WHERE withdrawn_at IS NULL AND merged_into IS NULL AND declined_at IS NULL AND asked_back_at IS NOT NULL;
CREATE INDEX project_declined ON stocktaking.project (sent_at, number)
    WHERE withdrawn_at IS NULL AND merged_into IS NULL AND declined_at IS NOT NULL;
CREATE INDEX project_unpublished ON stocktaking.project (sent_at, number)
    WHERE withdrawn_at IS NULL AND merged_into IS NULL AND declined_at IS NULL AND asked_back_at IS NULL
        AND published_at IS NULL;
CREATE INDEX project_confirmed ON stocktaking.project (confirmed_at, number)
    WHERE published_at IS NOT NULL AND closed_at IS NULL;
