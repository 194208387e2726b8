"""Labels: who says what a report lays at their door by a mark alone."""

import pytest

import sayso

TOLD = {
    "Strike kills 12 in Marun: officials\n\nPlanes came at noon.": ("officials", "Strike kills 12 in Marun"),
    "Nine dead in Orlo shelling - police\n\nShells hit the port.": ("police", "Nine dead in Orlo shelling"),
    "Five killed in attack on bus (Interior Ministry)\n\nIt burned out.": (
        "Interior Ministry",
        "Five killed in attack on bus",
    ),
    "Figures\n\n• Some 1,200 families were uprooted since Monday (local authorities).": (
        "local authorities",
        "Some 1,200 families were uprooted since Monday",
    ),
    "At least 8 killed in a strike on Sabeel bakery this morning - civil defence.\nA drone is overhead.": (
        "civil defence",
        "At least 8 killed in a strike on Sabeel bakery this morning",
    ),
    "May: Market shelled in Marun, 11 civilians killed [source: local hospital]": (
        "local hospital",
        "May: Market shelled in Marun, 11 civilians killed",
    ),
    "Some 1,200 families have been displaced since 3 May (IOM).": (
        "IOM",
        "Some 1,200 families have been displaced since 3 May",
    ),
    "Nine people died in the flood (OCHA, 9 May).": ("OCHA", "Nine people died in the flood"),
    'Live\n\n15:55 Marun army: "We struck a depot."\n\n15:40 Blasts were heard.': (
        "Marun army",
        '"We struck a depot."',
    ),
    'Planes came at noon. Dr Hanna Saar of Al Noor hospital: "We have received 12 bodies."': (
        "Dr Hanna Saar of Al Noor hospital",
        '"We have received 12 bodies."',
    ),
    'Voices from Dorn\n\n"They shot my brother. Nobody helped us." — Ana Brisk, teacher\n"We fled." — Temo': (
        "Ana Brisk",
        '"They shot my brother. Nobody helped us."',
    ),
    "Dorn lies in ruins.\n\n“Forty houses burned. We are tired.”\xa0― Temo Galt\n": (
        "Temo Galt",
        "“Forty houses burned. We are tired.”",
    ),
    "Live\n\n08:50 - Tarn police: two more people have died in hospital\n08:02 Blasts in Tarn.": (
        "Tarn police",
        "two more people have died in hospital",
    ),
    "Rights group: Marun police tortured 30 detainees": (
        "Rights group",
        "Marun police tortured 30 detainees",
    ),
}
NOBODYS = (
    "The dead: Anna Torv, Bil Tarn.\nThe wounded: two soldiers.",
    "Soldiers of the Orlo Guard (OG) attacked the town.",
    "The mill was hit by an unmanned plane drone (UPD).",
    "Three men were arrested in Tarsk (photo: Meridian)",
    '"Nobody warned us": an interview with the mayor\n\nMarun is a port.',
    "Clash near Veld between army and rebels: five dead",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_mark_alone_lays_words_at_a_door(text: str) -> None:
    reading = sayso.read(text, published="2033-05-06")
    told = {
        (one.source.of(reading.text), one.content.of(reading.text))
        for one in reading.attributions
        if one.source
    }
    assert TOLD[text] in told


@pytest.mark.parametrize("text", NOBODYS)
def test_lists_acronyms_and_credits_say_nothing(text: str) -> None:
    assert not sayso.read(text, published="2033-05-06").attributions
