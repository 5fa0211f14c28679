"""Things in a row: how to take "A, B and C" apart, and to which count or heading such a row belongs."""
