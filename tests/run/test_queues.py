from hypothesis import given
from hypothesis import strategies as st

from sayso.run.queues import Arrival, Backlog, InOrder, Seated


def seated(seat: int, size: int = 10) -> Seated:
    arrival = Arrival(key=f"i-{seat}", origin="made", part=None, external_id=None, content=b"x" * size)
    return Seated(seat, arrival)


@given(st.permutations(range(12)))
def test_in_order_gives_results_by_seat_whatever_order_they_come_in(order: list[int]):
    line: InOrder[int] = InOrder()
    seats = [line.seat() for _ in order]
    given_out: list[int] = []
    for seat in order:
        line.put(seats[seat], seat)
        given_out += line.due()
    assert given_out == sorted(order)
    assert len(line) == 0


def test_in_order_loses_nothing_when_the_taker_stops_half_way():
    line: InOrder[str] = InOrder()
    for word in ("a", "b", "c"):
        line.put(line.seat(), word)
    assert next(line.due()) == "a"
    assert list(line.due()) == ["b", "c"]


@given(st.lists(st.integers(1, 100_000), max_size=40), st.integers(1, 8))
def test_backlog_hands_out_everything_once_and_in_small_batches(sizes: list[int], readers: int):
    backlog = Backlog()
    for seat, size in enumerate(sizes):
        backlog.add(seated(seat, size))
    taken: list[int] = []
    while backlog:
        batch = backlog.batch(readers=readers)
        assert len(batch) == 1 or sum(len(each.arrival.content) for each in batch) <= 65_536
        taken += [each.seat for each in batch]
    assert taken == list(range(len(sizes)))
    assert backlog.bytes == 0


def test_backlog_reads_suspects_first_and_alone():
    backlog = Backlog()
    for seat in range(3):
        backlog.add(seated(seat))
    backlog.add_alone(seated(7))
    backlog.add_alone(seated(8))
    batches = [[each.seat for each in backlog.batch(readers=1)] for _ in range(3)]
    assert batches == [[7], [8], [0, 1]]


def test_backlog_hands_out_less_at_a_time_towards_the_end_so_that_all_readers_end_together():
    backlog = Backlog()
    for seat in range(24):
        backlog.add(seated(seat))
    sizes = []
    while backlog:
        sizes.append(len(backlog.batch(readers=2)))
    assert sizes == [6, 5, 4, 3, 2, 1, 1, 1, 1]
