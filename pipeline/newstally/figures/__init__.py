"""What a figure is a figure of: a count, money, a measure, a date, part of a name. Pure, from the words of its line.

``line`` (the words as this room sees them) and ``units`` (the tables by their words) → ``kinds`` (one number at a time)
→ ``pairs`` (numbers that belong together) → ``finding`` (all figures of a line, with their modifiers).
"""
