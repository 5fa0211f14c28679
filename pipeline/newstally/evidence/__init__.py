"""Evidence that checks share: which figures speak of one thing, as intervals, and how a message words them. Pure."""
