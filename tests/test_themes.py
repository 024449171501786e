"""The themes of a hearing: kept in order, renamed, merged, and split again as they were printed."""

import pytest

from hearing.casework import themes
from hearing.casework.refusal import Refused
from hearing.store import events, points
from hearing.store import themes as store
from hearing.store.transaction import Stale
from tests.conftest import ME


def _names(db, hearing_id):
    return [theme.name for theme in store.of(db, hearing_id)]


def _theme(db, hearing_id, n=0):
    return store.of(db, hearing_id)[n]


def _verbs(db, hearing_id):
    return [event.verb for event in events.of(db, hearing_id)]


def test_a_new_theme_stands_last_and_leaves_one_event(db, hearing_id):
    before = len(_verbs(db, hearing_id))
    themes.add(db, ME, hearing_id, "  Digitale\u00a0 løsninger ")
    assert _names(db, hearing_id)[-1] == "Digitale løsninger"
    assert _verbs(db, hearing_id)[: len(_verbs(db, hearing_id)) - before] == ["theme.add"]


@pytest.mark.parametrize(
    "name", ["", "\u200b", "\ufeff  ", "\u200c", "ADGANG og åbningstid", "Adgang og a\u030abningstid"]
)
def test_an_empty_name_or_a_name_that_is_there_is_refused(db, hearing_id, name):
    with pytest.raises(Refused):
        themes.add(db, ME, hearing_id, name)
    assert len(_names(db, hearing_id)) == 2


def test_a_theme_is_renamed_from_the_version_that_was_seen(db, hearing_id):
    theme = _theme(db, hearing_id)
    themes.rename(db, ME, theme.id, theme.version, "Adgang")
    with pytest.raises(Stale):
        themes.rename(db, ME, theme.id, theme.version, "Åbningstid")
    assert _names(db, hearing_id)[0] == "Adgang"


def test_a_theme_may_change_the_case_of_its_own_name(db, hearing_id):
    theme = _theme(db, hearing_id)
    themes.rename(db, ME, theme.id, theme.version, theme.name.upper())
    assert _names(db, hearing_id)[0] == theme.name.upper()


def test_themes_change_places_and_stay_at_the_ends(db, hearing_id):
    first, second = _names(db, hearing_id)
    themes.move(db, ME, _theme(db, hearing_id).id, -1)
    assert _names(db, hearing_id) == [first, second]
    themes.move(db, ME, _theme(db, hearing_id).id, 1)
    assert _names(db, hearing_id) == [second, first]


def test_themes_that_share_a_position_can_still_be_ordered(db, hearing_id):
    db.conn.execute("update theme set position = 7")
    db.conn.commit()
    first, second = _names(db, hearing_id)
    themes.move(db, ME, _theme(db, hearing_id).id, 1)
    assert _names(db, hearing_id) == [second, first]


def test_a_merged_theme_is_split_again_with_one_verb(db, hearing_id):
    access, quality = store.of(db, hearing_id)
    own = [point.id for point in points.under(db, access.id)]
    themes.merge(db, ME, access.id, access.version, quality.id)
    assert _names(db, hearing_id) == [quality.name]
    assert store.spellings(db, hearing_id) == {quality.id: [(access.name, len(own))]}
    themes.split(db, ME, quality.id, access.name)
    new_id = _theme(db, hearing_id, 1).id
    assert [point.id for point in points.under(db, new_id)] == own
    assert {point.theme_printed for point in points.of(db, hearing_id)} == {""}
    assert _names(db, hearing_id) == [quality.name, access.name]
    assert _verbs(db, hearing_id)[:2] == ["theme.split", "theme.merge"]


def test_merging_into_the_printed_spelling_leaves_no_other_spelling(db, hearing_id):
    access, quality = store.of(db, hearing_id)
    themes.merge(db, ME, access.id, access.version, quality.id)
    again = themes.add(db, ME, hearing_id, access.name)
    quality = store.find(db, quality.id)
    themes.merge(db, ME, quality.id, quality.version, again)
    assert store.spellings(db, hearing_id) == {again: [(quality.name, 1)]}


def test_splitting_off_a_spelling_that_is_not_there_is_refused(db, hearing_id):
    with pytest.raises(Refused):
        themes.split(db, ME, _theme(db, hearing_id).id, "Adgagn")


def test_a_theme_in_use_is_not_removed(db, hearing_id):
    theme = _theme(db, hearing_id)
    with pytest.raises(Refused):
        themes.remove(db, ME, theme.id, theme.version)
    spare = store.find(db, themes.add(db, ME, hearing_id, "Tomt tema"))
    themes.remove(db, ME, spare.id, spare.version)
    assert "Tomt tema" not in _names(db, hearing_id)


def test_the_page_shows_use_and_spellings(client, db, hearing_id):
    access, quality = store.of(db, hearing_id)
    themes.merge(db, ME, quality.id, quality.version, access.id)
    page = client.get(f"/hearings/{hearing_id}/themes").text
    assert f"<bdi>{quality.name}</bdi>" in page
    assert "1 gang" in page
    answer = client.post(
        f"/themes/{access.id}/split", data={"csrf_token": "token", "once": "s", "printed": quality.name}
    )
    assert answer.status_code == 303
    assert _names(db, hearing_id) == [access.name, quality.name]


def test_a_form_sent_twice_adds_one_theme(client, db, hearing_id):
    data = {"csrf_token": "token", "once": "x1", "name": "Digitale løsninger"}
    for _ in range(2):
        assert client.post(f"/hearings/{hearing_id}/themes", data=data).status_code == 303
    assert _names(db, hearing_id).count("Digitale løsninger") == 1


def test_errors_stand_beside_the_field_and_the_typed_text_stays(client, db, hearing_id):
    answer = client.post(
        f"/hearings/{hearing_id}/themes", data={"csrf_token": "token", "name": "adgang  og åbningstid"}
    )
    assert answer.status_code == 400
    assert "<title>Fejl:" in answer.text
    assert "Temaet Adgang og åbningstid findes allerede." in answer.text
    assert 'value="adgang  og åbningstid"' in answer.text


def test_without_the_forms_token_nothing_is_written_and_the_text_stays(client, db, hearing_id):
    answer = client.post(f"/hearings/{hearing_id}/themes", data={"name": "Digitale løsninger"})
    assert answer.status_code == 400
    assert 'value="Digitale løsninger"' in answer.text
    assert "Digitale løsninger" not in _names(db, hearing_id)


def test_a_stale_save_shows_both_names_and_can_then_be_saved(client, db, hearing_id):
    theme = _theme(db, hearing_id)
    themes.rename(db, ME, theme.id, theme.version, "Adgang til hjælp")
    data = {"csrf_token": "token", "version": theme.version, "name": "Åbningstider"}
    answer = client.post(f"/themes/{theme.id}", data={**data, "once": "s1"})
    assert answer.status_code == 409
    assert "Adgang til hjælp" in answer.text
    assert 'value="Åbningstider"' in answer.text
    assert f'value="{theme.version + 1}"' in answer.text
    client.post(f"/themes/{theme.id}", data={**data, "version": theme.version + 1, "once": "s2"})
    assert _names(db, hearing_id)[0] == "Åbningstider"


def test_a_theme_is_merged_and_ordered_from_the_page(client, db, hearing_id):
    access, quality = store.of(db, hearing_id)
    client.post(f"/themes/{access.id}/order", data={"csrf_token": "token", "once": "o", "step": "down"})
    assert _names(db, hearing_id) == [quality.name, access.name]
    data = {"csrf_token": "token", "once": "m", "version": store.find(db, access.id).version, "into": quality.id}
    assert client.post(f"/themes/{access.id}/merge", data=data).status_code == 303
    assert _names(db, hearing_id) == [quality.name]


@pytest.mark.parametrize("into", ["99999", "x", "", "99999999999999999999"])
def test_a_merge_with_something_else_is_refused_on_the_page(client, db, hearing_id, into):
    theme = _theme(db, hearing_id)
    data = {"csrf_token": "token", "version": theme.version, "into": into}
    answer = client.post(f"/themes/{theme.id}/merge", data=data)
    assert answer.status_code == 400
    assert "Vælg en af mulighederne." in answer.text


@pytest.mark.parametrize("address", ["/themes/99", "/themes/99999999999999999999", "/hearings/99/themes"])
def test_what_is_not_there_is_a_page_that_says_so(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "{{7*7}}", "%s ${x}", "=HYPERLINK(1)", "a)"])
def test_a_name_is_kept_and_shown_as_it_was_typed(client, db, hearing_id, name):
    client.post(f"/hearings/{hearing_id}/themes", data={"csrf_token": "token", "once": "n", "name": name})
    assert _names(db, hearing_id)[-1] == name
    page = client.get(f"/hearings/{hearing_id}/themes").text
    assert "<script>alert" not in page
    assert "<bdi>49</bdi>" not in page
