from sayso.web.limits import Allowance, Tries


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def _tries(clock: _Clock) -> Tries:
    return Tries(
        per_account=Allowance(tries=2, seconds=60.0),
        per_address=Allowance(tries=3, seconds=60.0),
        clock=clock,
    )


def test_an_account_waits_after_its_tries_wherever_they_come_from():
    clock = _Clock()
    tries = _tries(clock)
    assert [tries.begin("mira", f"10.0.0.{n}") for n in range(3)] == [0, 0, 60]
    clock.now = 45.5
    assert tries.begin("mira", "10.0.0.9") == 15
    clock.now = 60.0
    assert tries.begin("mira", "10.0.0.9") == 0


def test_an_address_waits_after_its_tries_whatever_the_name():
    clock = _Clock()
    tries = _tries(clock)
    assert [tries.begin(name, "10.0.0.1") for name in "abcd"] == [0, 0, 0, 60]
    assert tries.begin("d", "10.0.0.2") == 0


def test_a_try_that_had_to_wait_does_not_make_the_wait_longer():
    clock = _Clock()
    tries = _tries(clock)
    for _ in range(2):
        tries.begin("mira", "10.0.0.1")
    clock.now = 30.0
    assert [tries.begin("mira", "10.0.0.2") for _ in range(5)] == [30] * 5


def test_the_right_password_forgives_its_account_and_not_the_other_names_of_the_address():
    tries = _tries(_Clock())
    for name in ("a", "b", "mira"):
        assert tries.begin(name, "10.0.0.1") == 0
    tries.forgive("mira", "10.0.0.1")
    assert tries.begin("mira", "10.0.0.1") == 0
    assert tries.begin("mira", "10.0.0.1") == 60


def test_names_that_are_made_up_do_not_fill_the_memory():
    tries = _tries(_Clock())
    for number in range(12_000):
        tries.begin(f"name {number}", f"address {number}")
    assert len(tries._wrong) <= 10_000
