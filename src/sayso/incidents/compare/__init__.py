"""How far two tellings speak of one happening: traces, the features they are compared by, weights, bars."""
