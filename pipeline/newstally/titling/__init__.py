"""How far a title reaches around its noun: which words before and after belong to it.

Works on tokens of a Doc that is passed in; positions are token indexes, so that spaCy itself is not imported.
"""
