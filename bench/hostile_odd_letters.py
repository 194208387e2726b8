"""Letters as mail programs write them, alone and in boxes."""

import base64
import quopri
import random
from collections.abc import Callable, Iterator, Mapping

from hostile_odd_case import Article, Odd, article
from hostile_odd_encodings import RUSSIAN

GIVES = "title published"
STRUCTURE = "Content-Type: message/rfc822\n\n"


def letter(
    one: Article, body: str, kind: str = "text/plain; charset=utf-8", way: str = "8bit", subject: str = ""
) -> str:
    return (
        f"Return-Path: <a@orlo.example>\nFrom: {one.byline} <a@orlo.example>\nTo: desk@orlo.example\n"
        f"Subject: {subject or one.title}\nDate: {int(one.published[-2:])} May 2031 08:15:00 +0200\n"
        f"MIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {way}\n\n{body}\n"
    )


def _parts(*each: str) -> str:
    return "".join(f"--b\n{part}\n" for part in each) + "--b--"


def plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8\n{more}\n{text}"


def packed(text: str) -> str:
    return base64.encodebytes(text.encode()).decode()


def mixed(one: Article, *each: str, kind: str = "mixed") -> str:
    return letter(one, _parts(*each), f'multipart/{kind}; boundary="b"')


PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA"
LETTERS: Mapping[str, Callable[[Article], str]] = {
    "apple.emlx": lambda one: (
        f"{len(letter(one, one.text).encode())}\n{letter(one, one.text)}<?xml version='1.0'?><plist/>"
    ),
    "around-pictures.eml": lambda one: mixed(
        one, plain(one.paragraphs[0]), PICTURE, plain("\n\n".join(one.paragraphs[1:]))
    ),
    "attached-alone.eml": lambda one: mixed(
        one, plain(one.text, "Content-Disposition: attachment; filename=a.txt\n")
    ),
    "charset-of-no-text.eml": lambda one: letter(one, one.text, "text/plain; charset=base64"),
    "flowed.eml": lambda one: letter(one, one.text, "text/plain; charset=utf-8; format=flowed"),
    "packed-with-blanks.eml": lambda one: letter(one, packed(one.text).replace("\n", " \n\t"), way="base64"),
    "page.eml": lambda one: letter(one, f"<html><body>{one.html}</body></html>", "text/html; charset=utf-8"),
    "quoted.eml": lambda one: letter(
        one, quopri.encodestring(one.text.encode()).decode(), way="quoted-printable"
    ),
    "saved-without-a-name:2,S": lambda one: letter(one, one.text),
    "stub-beside-page.eml": lambda one: mixed(
        one,
        plain("This letter is in HTML."),
        f"Content-Type: text/html; charset=utf-8\n\n<html><body>{one.html}</body></html>",
        kind="alternative",
    ),
    "subject-bare.eml": lambda one: letter(one, one.text),
    "subject-in-words.eml": lambda one: letter(
        one, one.text, subject=f"=?utf-8?B?{base64.b64encode(one.title.encode()).decode()}?="
    ),
    "winmail.eml": lambda one: mixed(one, plain(one.text), "Content-Type: application/ms-tnef\n\nx"),
}
POSTMARK = "From a@orlo.example Sat May  3 08:15:00 2031\n"
BOXES: Mapping[str, Callable[[Article], str]] = {
    "box.mbox": lambda one: (POSTMARK + letter(one, one.text) + "\n") * 3,
    "box-crlf.mbox": lambda one: ((POSTMARK + letter(one, one.text) + "\n") * 3).replace("\n", "\r\n"),
    "box-dense.mbox": lambda one: (POSTMARK + letter(one, one.text)) * 3,
    "box-dash.mbox": lambda one: (POSTMARK.replace("a@orlo.example", "-") + letter(one, one.text) + "\n") * 3,
    "box-hidden-address.mbox": lambda one: (
        (POSTMARK.replace("a@orlo.example", "a at orlo.example ") + letter(one, one.text) + "\n") * 3
    ),
    "digest.eml": lambda one: mixed(one, *["\n" + letter(one, one.text)] * 3, kind="digest"),
    "enclosed.eml": lambda one: mixed(
        one, plain("For your information."), *[STRUCTURE + letter(one, one.text)] * 2
    ),
}


def letters(dice: random.Random) -> Iterator[Odd]:
    """Each article as a letter, three in a box, and another script under a false charset."""
    for name, make in LETTERS.items():
        one = article(dice)
        yield Odd(name=name, content=make(one).encode(), article=one, gives=GIVES)
    for name, make in BOXES.items():
        one = article(dice)
        yield Odd(name=name, content=make(one).encode(), article=one, gives=GIVES, count=3)
    one = article(dice)
    for charset in ("us-ascii", "iso-8859-1", "zip", "windows-1251"):
        body = base64.encodebytes(RUSSIAN.text.encode("cp1251")).decode()
        content = letter(one, body, f"text/plain; charset={charset}", "base64").encode()
        yield Odd(name=f"charset-{charset}.eml", content=content, article=RUSSIAN)
