-- A road map can be followed as well; the target of all of them is empty.
ALTER TABLE notices.follow DROP CONSTRAINT follow_kind_check;
ALTER TABLE notices.follow ADD CONSTRAINT follow_kind_check CHECK (kind IN ('search', 'project', 'roadmap'));
