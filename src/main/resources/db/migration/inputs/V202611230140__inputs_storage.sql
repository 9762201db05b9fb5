-- Answers and what seals them are written once for every input, thousands of times in the last hours of a call.
-- Squeezing them in the database costs more processor time than all else that it does for an input.
ALTER TABLE inputs.revision ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE inputs.answer ALTER COLUMN value SET STORAGE EXTERNAL;
ALTER TABLE inputs.answer ALTER COLUMN text SET STORAGE EXTERNAL;
