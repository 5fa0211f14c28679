"""What makes words a person's name: the vocabulary, repair of what a model found, tell-tale places, and doubts.

Works on tokens of a Doc that is passed in; spans are made by slicing it, so that spaCy itself is not imported.
"""
