"""Relevance fails open; what is said to one reader is not carried by the others; each decision has a reason."""

from __future__ import annotations

import pytest

BASE = "part: focus\nblocks: [{kind: prose, text: [Base.]}]\n"


@pytest.mark.parametrize(
    ("condition", "readers"),
    [
        (None, {"engineers", "sre", "bosses"}),
        ("engineers", {"engineers", "sre"}),
        ("engineers and not sre", {"engineers"}),
        ("bosses or sre", {"bosses", "sre"}),
        ("everyone", {"engineers", "sre", "bosses"}),
    ],
)
def test_a_topic_reaches_those_it_is_for_and_everyone_without_a_condition(read, cut, condition, readers) -> None:
    head = f"title: Told\nfor: {condition}\n" if condition else "title: Told\n"
    content = read({"content/topics/one.yaml": head + BASE})
    for reader in ("engineers", "sre", "bosses"):
        made = cut(content, reader)
        assert ("one" in [c.topic.id for c in made.topics]) == (reader in readers)
        refused = [d for d in made.decisions if d.unit == "one" and d.outcome == "left out"]
        assert bool(refused) == (reader not in readers)
        assert all(condition in d.reason and d.span.path == "content/topics/one.yaml" for d in refused)


def test_points_notes_objectives_and_claims_for_others_are_gone(read, cut, said) -> None:
    role = """title: Owner
badge: PO
shape: square
colour: accent1
icon: users
topics: [one]
claim: {everyone: All., bosses: CANARY}
headline: {everyone: All., sre: CANARY}
opening: {everyone: {say: All.}, bosses: {say: CANARY}}
objectives: [{id: o-one, text: CANARY, for: bosses}]
"""
    topic = """title: T
part: focus
objectives: [o-one]
blocks: [{kind: bullets, points: [a, b, {lead: CANARY, for: bosses}]}]
notes: {everyone: {say: All.}, bosses: {say: CANARY}}
variants: {bosses: {title: CANARY}}
"""
    content = read({"content/roles/owner.yaml": role, "content/topics/one.yaml": topic})
    made = cut(content, "engineers")
    assert "CANARY" not in said(made)
    assert made.topics[0].topic.objectives == ()
    assert said(cut(content, "bosses")).count("CANARY") >= 7


@pytest.mark.parametrize(
    ("variants", "reader", "title"),
    [
        ("{engineers: {title: V-engineers}, sre: {title: V-sre}}", "sre", "V-sre"),
        ("{engineers: {title: V-engineers}, everyone: {title: V-everyone}}", "sre", "V-engineers"),
        ("{everyone: {title: V-everyone}, brief: {title: V-brief}}", "bosses", "V-brief"),
        ("{bosses: {title: V-bosses}, brief: {title: V-brief}}", "bosses", "V-bosses"),
        ("{brief: {title: V-brief}}", "engineers", "Base"),
    ],
)
def test_the_nearest_variant_is_taken(read, cut, variants, reader, title) -> None:
    made = cut(read({"content/topics/one.yaml": f"title: Base\n{BASE}variants: {variants}\n"}), reader)
    assert str(made.topics[0].topic.title) == title
    assert made.topics[0].topic.variants == {}


def test_readers_who_like_it_short_get_shared_topics_brief_and_their_own_in_full(read, cut) -> None:
    own = "title: Own\nminutes: 5\nfor: bosses\n" + BASE
    shared = "title: Shared\nminutes: 5\n" + BASE.replace("focus", "practice")
    made = cut(read({"content/topics/one.yaml": own, "content/topics/two.yaml": shared}), "bosses")
    assert [(c.state, c.minutes) for c in made.topics] == [("full", 5), ("brief", 3)]


def test_what_its_variant_wrote_for_this_reader_is_shown_in_full(read, cut) -> None:
    topic = f"title: Shared\n{BASE}variants: {{bosses: {{blocks: [{{kind: prose, text: [Own.]}}]}}}}\n"
    assert cut(read({"content/topics/one.yaml": topic}), "bosses").topics[0].state == "full"


def test_reading_order_is_the_storylines_then_the_subjects(read, cut) -> None:
    files = {f"content/topics/{n}.yaml": f"title: T\npart: {p}\nblocks: [{{kind: prose, text: [x]}}]\n" for n, p in
             (("one", "practice"), ("two", "focus"), ("three", "glance"), ("four", "focus"))}  # fmt: skip
    role = "title: O\nbadge: PO\nshape: square\ncolour: accent1\nicon: users\ntopics: [one, two, three, four]\n"
    made = cut(read({**files, "content/roles/owner.yaml": role}), "engineers")
    assert [c.topic.id for c in made.topics] == ["two", "four", "three", "one"]
    assert made.subject.topics == ("one", "two", "three", "four")
