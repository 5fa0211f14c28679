"""A tokenizer small enough to read."""

import json

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "tall", "##y", "a", "##a", "."]


def definition(vocabulary: list[str] = VOCABULARY) -> str:
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "post_processor": None,
            "decoder": None,
            "normalizer": {
                "type": "BertNormalizer",
                "clean_text": True,
                "handle_chinese_chars": True,
                "strip_accents": None,
                "lowercase": True,
            },
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "model": {
                "type": "WordPiece",
                "unk_token": "[UNK]",
                "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100,
                "vocab": {piece: i for i, piece in enumerate(vocabulary)},
            },
        }
    )
