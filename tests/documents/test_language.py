import pytest

from sayso.documents.language import is_supported, language_of

SPANISH = (
    "El ministerio informó que dos soldados resultaron heridos cuando cayeron proyectiles sobre el mercado "
    "de Orlo, y que las autoridades locales pidieron calma a los vecinos mientras continúa la búsqueda."
)


def test_language_of_knows_english_in_capitals() -> None:
    assert language_of("THE COUNCIL OF ORLO SAID THAT TWO SOLDIERS WERE HURT IN THE ATTACK.") == "en"


@pytest.mark.parametrize("text", [SPANISH, SPANISH.upper()])
def test_language_of_knows_another_language(text: str) -> None:
    assert language_of(text) == "es"
    assert not is_supported("es")


@pytest.mark.parametrize("text", ["", "1234 5678", "Orlo", "Vesk 3 Orlo 1", "Orlo Vesk Lunn Tarnia"])
def test_language_of_does_not_pretend_to_know_a_few_names(text: str) -> None:
    assert language_of(text) is None
    assert is_supported(None)
