-- Publishing asks a long question of few rows: planning it anew for every record cost ten times what answering it does. One plan for the
-- session serves every record alike.
alter function publish(uuid) set plan_cache_mode = force_generic_plan;
