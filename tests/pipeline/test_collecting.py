import gc

import pytest

from sayso.pipeline.collecting import seldom


def test_seldom_puts_back_what_was_usual_even_after_an_error():
    usual = gc.get_threshold()
    with seldom():
        assert gc.get_threshold()[0] > usual[0]
    with pytest.raises(ZeroDivisionError), seldom():
        _ = 1 / 0
    assert gc.get_threshold() == usual
