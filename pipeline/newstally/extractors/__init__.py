"""Extractors: spaCy components that find spans (`match`) and write them to `doc.spans` (`set_annotations`)."""
