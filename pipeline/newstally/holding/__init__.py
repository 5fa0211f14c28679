"""Who holds a title, of what, and whether still: readings of the words around a title. Pure, on Mentions' tokens.

``scene`` is what every reading looks at; ``principal`` and ``status`` read what the title is of and its time;
``before_name``, ``beside_name``, ``predicate`` and ``description`` find the person, the plainest construction first.
"""
