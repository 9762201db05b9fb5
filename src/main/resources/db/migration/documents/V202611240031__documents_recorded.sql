-- A document that was put on record from elsewhere was never received here, and has no date for that.
UPDATE documents.document SET submitted_at = NULL, received_at = NULL
WHERE owner IS NULL AND submitted_at = created_at AND received_at = created_at AND numbered_at = created_at;
