"""newstally reads news text, writes down people, roles, countries and counts, and cross-checks the figures."""
