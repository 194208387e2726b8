"""Texts in the encodings of more countries, spoilt in the usual ways, and letters as more programs write them."""

# ruff: noqa: E501 - each case is one line of a table

import base64
import quopri
import random
from collections.abc import Callable, Iterator, Mapping

from hostile_odd_case import Article, Odd, article, foreign
from hostile_odd_letters import GIVES, POSTMARK, letter, mixed, packed, plain
from hostile_odd_sites import ARABIC, HEBREW

POLISH = foreign(
    "Dziewięć osób zginęło w piątek w ostrzale północnej dzielnicy Orlo, powiedział lekarz miejskiego szpitala.",
    "Burmistrz wezwał do zawieszenia broni; droga do Varn pozostaje zamknięta, a wśród rannych są dzieci.",
)
TURKISH = foreign(
    "Orlo'nun kuzey mahallesine cuma günü düzenlenen topçu saldırısında dokuz kişi öldü, yirmi kişi yaralandı.",
    "Belediye başkanı ateşkes çağrısı yaptı; Varn yolunun hâlâ kapalı olduğunu, yaralılar arasında çocukların bulunduğunu söyledi.",
)
UKRAINIAN = foreign(
    "Дев’ять людей загинули в п’ятницю внаслідок обстрілу північного району Орло, повідомив лікар міської лікарні.",
    "Мер закликав до припинення вогню; дорога до Варна залишається закритою, серед поранених є двоє дітей.",
)
TAIWANESE = foreign(
    "奧洛市醫院的一名醫生表示,週五對該市北區的砲擊造成九人死亡,另有二十人受傷,其中包括兩名兒童。",
    "市長呼籲停火,並表示通往瓦恩的道路仍然關閉,居民說到中午為止一共數到四十枚砲彈。",
)
PERSIAN = foreign(
    "پزشکی در بیمارستان شهر گفت که در گلوله‌باران محله شمالی اورلو در روز جمعه نه نفر کشته و بیست نفر زخمی شدند.",
    "شهردار خواستار آتش‌بس شد و گفت که راه وارن همچنان بسته است و دو کودک در میان زخمی‌ها هستند.",
)
TONGUES: Mapping[str, tuple[Article, str]] = {
    "arabic": (ARABIC, "cp1256 iso8859-6"),
    "hebrew": (HEBREW, "cp1255 iso8859-8"),
    "persian": (PERSIAN, "cp1256 utf-16-le utf-16-be"),
    "polish": (POLISH, "cp1250 iso8859-2"),
    "taiwanese": (TAIWANESE, "big5 big5hkscs"),
    "turkish": (TURKISH, "cp1254 iso8859-9"),
    "ukrainian": (UKRAINIAN, "cp1251 koi8-u iso8859-5 mac-cyrillic"),
}


def tongues(dice: random.Random) -> Iterator[Odd]:
    """Each language in each encoding, as a page that says so, a letter, and a text that does not."""
    for language, (one, names) in TONGUES.items():
        for name in names.split():
            label = name.replace("_", "-")
            page = f"<html><head><meta charset='{label}'><title>Orlo</title></head><body><article>{one.html}</article></body></html>"
            yield Odd(
                name=f"{language}-{name}.html", content=page.encode(name, "xmlcharrefreplace"), article=one
            )
            body = base64.encodebytes(one.text.encode(name, "replace")).decode()
            told = letter(article(dice), body, f"text/plain; charset={label}", "base64")
            if one.text.encode(name, "replace").decode(name) == one.text:
                yield Odd(name=f"{language}-{name}.eml", content=told.encode(), article=one)
    for language, one in {
        "arabic": ARABIC,
        "persian": PERSIAN,
        "ukrainian": UKRAINIAN,
        "turkish": TURKISH,
    }.items():
        for wrong in ("latin-1", "cp1252", "cp1251"):
            try:
                twice = one.text.encode().decode(wrong)
            except UnicodeDecodeError:
                continue
            yield Odd(name=f"twice-{language}-{wrong}.txt", content=twice.encode(), article=one)
            page = f"<html><head><meta charset=utf-8><title>Orlo</title></head><body>{foreign(*twice.split(chr(10) * 2)).html}</body></html>"
            yield Odd(name=f"twice-{language}-{wrong}.html", content=page.encode(), article=one)
    one = article(dice)
    for ending in ("\r", "\r\n", "\u2028", "\x85", "\n\x0c\n"):
        yield Odd(
            name=f"lines-{ord(ending[0])}-{len(ending)}.txt",
            content=one.text.replace("\n", ending).encode(),
            article=one,
        )
    spoilt: Mapping[str, bytes] = {
        "astral-pairs.txt": one.text.replace("“", "😀“")
        .encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le")
        .encode(),
        "surrogates-in-utf-8.txt": one.text.encode() + "\ud83d\ude00 \udc00".encode("utf-8", "surrogatepass"),
        "overlong-nul.txt": one.text.encode().replace(b" the ", b" the\xc0\x80 "),
        "bom-between.txt": one.text.encode().replace(b"\n\n", b"\n\n\xef\xbb\xbf"),
        "nul-between-words.txt": one.text.encode().replace(b" ", b" \0"),
        "wide-with-mark-in-the-middle.txt": one.text.encode("utf-16-le") + b"\xff\xfe",
        "cut-in-a-letter.txt": (one.text + "é").encode()[:-1],
        "entities.html": one.html.encode("ascii", "xmlcharrefreplace"),
        "no-end-of-line.txt": one.text.replace("\n\n", " ").encode(),
        "long-blank.txt": one.text.replace("\n\n", "\n" * 5_000).encode(),
        "wrapped.txt": one.text.replace(" ", "\n").encode(),
        "ctrl-z.txt": one.text.encode() + b"\x1a",
        "backspaced.txt": one.text.encode() + b"\x08\x7f",
    }
    for name, content in spoilt.items():
        yield Odd(name=name, content=content, article=one)


def _signed(text: str) -> str:
    return (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        f"{text}\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE{'A' * 40}\n=abcd\n-----END PGP SIGNATURE-----\n"
    )


LETTERS: Mapping[str, Callable[[Article], str]] = {
    "signed-in-clear": lambda one: letter(one, _signed(one.text)),
    "signed": lambda one: mixed(one, plain(one.text), "Content-Type: application/pgp-signature\n\niQEzBAEBCAAd", kind="signed"),
    "boundary-in-boundary": lambda one: letter(
        one,
        f"--b\nContent-Type: multipart/alternative; boundary=\"bb\"\n\n--bb\n{plain(one.text)}\n--bb\nContent-Type: text/html\n\n"
        f"<p>x</p>\n--bb--\n--b\nContent-Type: image/png\n\nAAAA\n--b--",
        'multipart/mixed; boundary="b"',
    ),
    "boundary-quoted-oddly": lambda one: letter(
        one, f"--=_b'(1)\n{plain(one.text)}\n--=_b'(1)--", "multipart/mixed; boundary=\"=_b'(1)\""
    ),
    "blanks-after-boundary": lambda one: mixed(one, plain(one.text)).replace("--b\n", "--b  \t\n"),
    "preamble-and-epilogue": lambda one: mixed(one, plain(one.text)).replace("--b\n", "This is a multi-part message.\n\n--b\n") + "\nSee you",
    "header-folded": lambda one: letter(one, one.text).replace(one.title, one.title.replace(", ", ",\n\t")),
    "subject-in-many-words": lambda one: letter(
        one,
        one.text,
        subject="\n ".join(
            f"=?utf-8?Q?{each.replace(' ', '_').replace(',', '=2C')}?=" for each in (one.title[:20], one.title[20:])
        ),
    ),
    "quoted-lower-case": lambda one: letter(
        one, quopri.encodestring(one.text.encode()).decode().replace("=E2", "=e2").replace("=C3", "=c3"), way="quoted-printable"
    ),
    "quoted-and-cut": lambda one: letter(one, quopri.encodestring(one.text.encode()).decode() + "=", way="Quoted-Printable"),
    "packed-unpadded": lambda one: letter(one, packed(one.text).rstrip("=\n"), way="BASE64"),
    "packed-with-foot": lambda one: letter(one, packed(one.text) + "\n--\nlist@orlo.example", way="base64"),
    "way-unknown": lambda one: letter(one, one.text, way="8-bit"),
    "type-bare": lambda one: letter(one, one.text, kind="text"),
    "type-broken": lambda one: letter(one, one.text, kind="text/plain; charset=utf-8; charset=utf-8; ="),
    "type-missing": lambda one: letter(one, one.text).replace("Content-Type: text/plain; charset=utf-8\n", ""),
    "charset-quoted": lambda one: letter(one, one.text, kind="text/plain; charset=\"'utf-8'\""),
    "charset-starred": lambda one: letter(one, one.text, kind="text/plain; charset*=us-ascii'en'utf-8"),
    "page-alternative": lambda one: mixed(one, plain(one.text), f"Content-Type: text/html\n\n<html><body>{one.html}</body></html>", kind="alternative"),
    "page-for-phones": lambda one: mixed(one, plain(one.text), f"Content-Type: text/x-amp-html\n\n<html>{one.html}</html>", kind="alternative"),
    "invitation-beside": lambda one: mixed(one, plain(one.text), "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nSUMMARY:Bus\nEND:VCALENDAR"),
    "enriched": lambda one: letter(one, one.text, kind="text/enriched; charset=utf-8"),
    "page-related": lambda one: mixed(one, f"Content-Type: text/html; charset=utf-8\n\n<html><body>{one.html}<img src=cid:a></body></html>", "Content-Type: image/png\nContent-ID: <a>\n\nAAAA", kind="related"),
    "returns-alone": lambda one: letter(one, one.text).replace("\n", "\r\n"),
    "signature-below": lambda one: letter(one, f"{one.text}\n\n-- \nIlsa Marn\nOrlo"),
    "dates-in-words": lambda one: letter(one, one.text).replace(" +0200", " GMT+02:00 (CEST)"),
    "date-day-named": lambda one: letter(one, one.text).replace("Date: ", "Date: Sat, "),
}  # fmt: skip


def boxes(dice: random.Random) -> Iterator[Odd]:
    """Letters of more makes, alone and in boxes of other programs."""
    for what, make in LETTERS.items():
        one = article(dice)
        yield Odd(name=f"{what}.eml", content=make(one).encode(), article=one, gives=GIVES)
        three = (POSTMARK + make(one) + "\n") * 3
        yield Odd(name=f"{what}.mbox", content=three.encode(), article=one, gives=GIVES, count=3)
    one = article(dice)
    for name, mark in {
        "takeout": "From 31@xxx Sat May 03 08:15:00 +0000 2031\n",
        "listed": "From a at orlo.example  Sat May  3 08:15:00 2031\n",
    }.items():
        yield Odd(
            name=f"{name}.mbox",
            content=((mark + letter(one, one.text) + "\n") * 3).encode(),
            article=one,
            gives=GIVES,
            count=3,
        )
