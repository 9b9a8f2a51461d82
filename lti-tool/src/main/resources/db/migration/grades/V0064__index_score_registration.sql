create index ix_score_registration on score (registration_id, state);
