-- Whoever put a project forward keeps it with its owner from the moment there is one.
UPDATE stocktaking.keeper k SET role = 'keeper'
WHERE k.role = 'nominator'
  AND EXISTS (SELECT 1 FROM stocktaking.keeper o WHERE o.project_id = k.project_id AND o.role = 'owner');
