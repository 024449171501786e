"""Ruled lines become the boxes of tables, whatever draws them and however they are cut into pieces."""

from hearing.intake.pdf.rules import Box, Line, dotted, tables


def _frame(xs, ys):
    across = [Line(y, xs[0], xs[-1]) for y in ys]
    down = [Line(x, ys[-1], ys[0]) for x in xs]
    return across, down


def _shape(table):
    return [[(box.left, box.right, box.joined_above) for box in row] for row in table.rows]


def test_a_plain_grid_is_rows_of_boxes_from_the_top():
    (table,) = tables(*_frame([10, 50, 90], [100, 80, 40]))
    assert [[(box.left, box.top, box.right, box.bottom) for box in row] for row in table.rows] == [
        [(10, 100, 50, 80), (50, 100, 90, 80)],
        [(10, 80, 50, 40), (50, 80, 90, 40)],
    ]


def test_borders_drawn_cell_by_cell_are_one_grid():
    across = [Line(y + dy, x, x + 39.5) for y in (100, 80, 40) for x in (10, 50) for dy in (0, 0.5)]
    down = [Line(x, y - 19.5, y) for x in (10, 50, 90) for y in (100, 80, 60)]
    (table,) = tables(across, down)
    assert len(table.rows) == 2
    assert all(len(row) == 2 for row in table.rows)


def test_merged_cells_are_wide_boxes_and_continuations():
    across = [Line(100, 10, 90), Line(80, 10, 90), Line(60, 50, 90), Line(40, 10, 90)]
    down = [Line(10, 40, 100), Line(50, 40, 80), Line(90, 40, 100)]
    (table,) = tables(across, down)
    assert _shape(table) == [
        [(10, 90, False)],
        [(10, 50, False), (50, 90, False)],
        [(10, 50, True), (50, 90, False)],
    ]
    assert table.rows[1][0].bottom == 40, "text in the middle of the merged cell belongs to it"


def test_underlines_and_revision_bars_are_no_rules():
    across, down = _frame([10, 50, 90], [100, 80, 40])
    (table,) = tables([*across, Line(70, 60, 80)], [*down, Line(2, 40, 80)])
    assert len(table.rows) == 2


def test_tables_without_outer_frame_are_closed():
    across = [Line(y, 10, 130) for y in (100, 80, 40)]
    (table,) = tables(across, [Line(x, 40, 100) for x in (50, 90)])
    assert _shape(table)[0] == [(10, 50, False), (50, 90, False), (90, 130, False)]


def test_two_tables_of_a_page_are_two():
    upper, lower = _frame([10, 50, 90], [100, 80]), _frame([10, 30, 90], [60, 40, 20])
    found = tables([*upper[0], *lower[0]], [*upper[1], *lower[1]])
    assert [table.area.top for table in found] == [100, 60]


def test_rows_of_dots_are_lines_and_lone_dots_are_none():
    dots = [Box(x, 50, x + 1, 51) for x in range(10, 90, 3)] + [Box(200, 10, 201, 11)]
    assert dotted(dots) == ([Line(50.5, 10, 89)], [])


def test_lines_that_make_no_grid_are_no_table():
    assert tables([Line(50, 10, 90)], []) == []
    assert tables([], []) == []
