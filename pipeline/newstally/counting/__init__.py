"""How a figure becomes a count: its amount, the head of its unit, its actors, and the cues around it. Pure.

``figured`` (mention → number) → ``heads`` (the noun counted) or ``ellipsis`` (the noun that the reader supplies)
→ ``actors`` (whose it is) and ``cues`` (what the words around say of it). ``resolve.counts`` puts them together.
"""
