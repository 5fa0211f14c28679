"""The trained model at run time: one small encoder and its heads, run by ONNX Runtime, written into spaCy's ``Doc``.

``words`` turns words into numbers, ``windows`` cuts a long text, ``session`` runs the network, ``decode`` turns scores
into tags, sentences and trees, ``component`` is the spaCy factory. Only ``component`` imports spaCy.
"""
