"""Entities of FollowTheMoney, the data model of Aleph and OpenSanctions, one a line of ``entities.ftm.json``.

A story is an Article, a person a Person, a role a Position held in an Occupancy; a person of the by-line is left out.
The format is plain JSON, so it is written without the library, which a test holds it against. Ids are hashes of what
the entity is (the story by its text, a person by story and name, a position by title and polity), so that a second run
gives the same ones; persons of two stories are two entities, for their names alone do not make them one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newstally.files import open_text
from newstally.saved import RecordDict, Texts

Entity = dict[str, Any]
STATUS = {"current": "current", "acting": "current", "elect": "unknown", "former": "ended"}
"""A role's status in OpenSanctions' words for an occupancy."""
NO_COUNTRY = ("", "UN")  # blocs are no countries there, save the EU


@contextmanager
def open_in(folder: Path, _texts: Texts) -> Iterator[Callable[[RecordDict], None]]:
    """Write ``entities.ftm.json`` into ``folder``; a position that many stories name stands there once for each."""
    with open_text(folder / "entities.ftm.json") as file:

        def put(record: RecordDict) -> None:
            for entity in entities(record):
                file.write(json.dumps(entity, ensure_ascii=False) + "\n")

        yield put


def entities(record: RecordDict) -> Iterator[Entity]:
    """The story, its people, and their positions and occupancies, each with its own id within the record."""
    story = _entity("Article", (record["sha256"],), title=_headline(record), fileName=record["source"])
    yield story
    people = {
        person["id"]: _entity("Person", (record["sha256"], person["id"]), name=person["name"], proof=story["id"])
        for person in record["people"]
        if not person["byline"]
    }
    roles = [role for role in record["roles"] if role["person"] in people]
    for role in roles:
        held = people[role["person"]]["properties"].setdefault("position", [])
        if role["title"] not in held:
            held.append(role["title"])
    yield from people.values()
    posts: dict[str, Entity] = {}
    for role in roles:
        post = _position(role)
        posts[post["id"]] = post
    yield from posts.values()
    for role in roles:
        yield _entity(
            "Occupancy", (record["sha256"], role["id"]), holder=people[role["person"]]["id"],
            post=_position(role)["id"], status=STATUS[role["status"]], proof=story["id"],
        )  # fmt: skip


def _position(role: dict[str, Any]) -> Entity:
    """The office: "Chancellor" of DE; a title of no stated polity is one position for all stories."""
    country = "" if role["country"] in NO_COUNTRY else role["country"].lower()
    return _entity("Position", (role["title"], role["of"], role["country"]), name=_title(role), country=country)


def _title(role: dict[str, Any]) -> str:
    return f"{role['title']} ({role['of']})" if role["of"] else role["title"]


def _headline(record: RecordDict) -> str:
    return record["headline"]["text"] if record["headline"] else record["id"]


def _entity(schema: str, key: tuple[str, ...], **properties: str) -> Entity:
    name = hashlib.sha1("\0".join(("newstally", schema, *key)).encode()).hexdigest()
    return {"id": f"newstally-{name}", "schema": schema, "properties": {k: [v] for k, v in properties.items() if v}}
