"""New text is marked with ** while it is edited, and no text is harmed by that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearing import marks

_TEXT = st.text(alphabet=st.sampled_from("ab \n*\\"), max_size=14)


@given(_TEXT, st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=3))
def test_what_is_shown_for_editing_reads_back_the_same(text, ranges):
    expected = marks.tidy(tuple(ranges), len(text))
    assert marks.read(marks.typed(text, expected)) == (text, expected)


@given(_TEXT)
def test_what_was_typed_is_shown_so_that_it_means_the_same(typed):
    text, ranges = marks.read(typed)
    assert marks.read(marks.typed(text, ranges)) == (text, ranges)


@pytest.mark.parametrize(
    ("typed", "text", "ranges"),
    [
        ("a **b** c", "a b c", ((2, 3),)),
        ("**a\nb**", "a\nb", ((0, 3),)),
        ("2 * 3 ** 4", "2 * 3 ** 4", ()),
        ("*****", "*****", ()),
        (r"\*\*a\*\*", "**a**", ()),
        ("**a** **b", "a **b", ((0, 1),)),
        (r"c:\temp", r"c:\temp", ()),
    ],
)
def test_reads_what_people_type(typed, text, ranges):
    assert marks.read(typed) == (text, ranges)


def test_marks_that_touch_or_overlap_are_one():
    assert marks.tidy(((4, 6), (0, 2), (2, 3), (5, 99), (3, 3)), 8) == ((0, 3), (4, 8))


def test_a_cut_takes_its_part_of_the_marks():
    assert marks.cut(((2, 6), (8, 9)), 4, 9) == ((0, 2), (4, 5))
