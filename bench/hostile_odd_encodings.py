"""Texts and pages in every encoding, with and without a true word about it."""

import random
from collections.abc import Iterator, Mapping

from hostile_odd_case import Article, Odd, article, foreign

RUSSIAN = foreign(
    "ОРЛО - В результате обстрела северного района города погибли девять человек, сообщил в пятницу врач "
    "местной больницы.",
    "Ранены ещё одиннадцать человек, среди них двое детей, рассказал врач Пётр Лунин корреспонденту газеты.",
    "Военные заявили, что вели огонь по складу Толвинского фронта, и отрицали гибель мирных жителей.",
)
UKRAINIAN = foreign(
    "ОРЛО - Дев'ять людей загинули в п'ятницю внаслідок обстрілу північного району міста, повідомив лікар.",
    "Ще одинадцятеро поранені, серед них двоє дітей. Військові заперечили, що постраждали цивільні.",
)
ARABIC = foreign(
    "أورلو - قال طبيب في مستشفى المدينة إن قصف الحي الشمالي أسفر عن مقتل تسعة أشخاص يوم الجمعة.",
    "وأضاف الطبيب أن أحد عشر آخرين أصيبوا بجروح. وقال الجيش إنه أطلق النار على مستودع ونفى إصابة مدنيين.",
)
HEBREW = foreign(
    "אורלו - תשעה בני אדם נהרגו ביום שישי בהפגזה על הרובע הצפוני של העיר, אמר רופא בבית החולים.",
    "הרופא אמר לכתב כי אחד עשר נוספים נפצעו, בהם שני ילדים. הצבא הכחיש פגיעה באזרחים.",
)
GREEK = foreign(
    "ΟΡΛΟ - Εννέα άνθρωποι σκοτώθηκαν την Παρασκευή από βομβαρδισμό στη βόρεια συνοικία, δήλωσε γιατρός.",
    "Ο γιατρός είπε στον ανταποκριτή ότι άλλοι έντεκα τραυματίστηκαν, ανάμεσά τους δύο παιδιά.",
)
CHINESE = foreign(
    "奥尔洛消息，当地医院的一名医生说，该镇北区周五遭到炮击，造成九人死亡。",
    "另有十一人受伤，其中两人是儿童。军方称其炮击的是一个仓库，并否认击中平民。",
)
JAPANESE = foreign(
    "オルロ発。町の病院の医師によると、金曜日に北部地区への砲撃で九人が死亡した。",
    "ほかに十一人が負傷し、うち二人は子どもだった。軍は市民の被害を否定した。",
)
KOREAN = foreign(
    "오를로 - 금요일 오를로 북부 지역에 대한 포격으로 아홉 명이 숨졌다고 시립 병원 의사가 말했다.",
    "의사는 기자에게 열한 명이 더 다쳤으며 그중 두 명은 어린이라고 전했다.",
)
THAI = foreign(
    "ออร์โล - แพทย์ของโรงพยาบาลในเมืองกล่าวว่า การยิงปืนใหญ่ถล่มเขตทางเหนือเมื่อวันศุกร์ทำให้มีผู้เสียชีวิตเก้าคน",
    "แพทย์กล่าวกับผู้สื่อข่าวว่ามีผู้บาดเจ็บอีกสิบเอ็ดคน ในจำนวนนี้เป็นเด็กสองคน",
)
SPELT: Mapping[str, tuple[Article, str]] = {
    "arabic": (ARABIC, "cp1256 iso8859-6"),
    "chinese": (CHINESE, "gb18030 gbk"),
    "greek": (GREEK, "cp1253 iso8859-7"),
    "hebrew": (HEBREW, "cp1255 iso8859-8"),
    "japanese": (JAPANESE, "shift_jis euc_jp iso2022_jp"),
    "korean": (KOREAN, "euc_kr cp949 iso2022_kr"),
    "russian": (RUSSIAN, "cp1251 koi8-r iso8859-5 cp866 mac-cyrillic"),
    "thai": (THAI, "tis-620 cp874"),
    "ukrainian": (UKRAINIAN, "cp1251 koi8-u"),
}
# What a page says of its encoding: the truth, what servers say of everything, what cannot be.
LABELS = ("", "utf-8", "iso-8859-1", "zip", "x-nowhere")
MARKS: Mapping[str, bytes] = {"8": b"\xef\xbb\xbf", "16": b"\xff\xfe"}


def spelt(dice: random.Random) -> Iterator[Odd]:
    """Languages in their encodings: as a text, and as a page under true and false labels."""
    del dice
    for language, (one, names) in SPELT.items():
        for encoding in names.split():
            yield Odd(name=f"{language}-{encoding}.txt", content=one.text.encode(encoding), article=one)
            for label in (encoding.replace("_", "-"), *LABELS):
                content = _page(one, label).encode(encoding)
                yield Odd(name=f"{language}-{encoding}-{label or 'none'}.html", content=content, article=one)


def marked(dice: random.Random) -> Iterator[Odd]:
    """Wide characters, marks that lie, labels of something else, and what was encoded twice."""
    for one in (article(dice), RUSSIAN, CHINESE):
        for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
            name = f"{one.title.split()[0]}-{len(one.text)}-{encoding}"
            yield Odd(name=f"{name}.txt", content=one.text.encode(encoding), article=one)
            yield Odd(name=f"{name}.html", content=_page(one, "utf-8").encode(encoding), article=one)
            yield Odd(name=f"{name}-cut.txt", content=f"\ufeff{one.text}".encode(encoding)[:-1], article=one)
    one = RUSSIAN
    for bits, mark in MARKS.items():
        encoding = "cp1251" if bits == "8" else "utf-8"
        yield Odd(name=f"mark-{bits}-lies.txt", content=mark + one.text.encode(encoding), article=one)
    late = _page(one, "windows-1251").replace("<meta", f"<!-- {'x' * 9_000} --><meta")
    decoys = "<!-- <meta charset=koi8-r> --><script src=a charset=greek></script>"
    yield Odd(name="label-late.html", content=late.encode("cp1251"), article=one)
    yield Odd(name="label-decoys.html", content=(decoys + late).encode("cp1251"), article=one)
    twice = one.text.encode().decode("latin-1")
    yield Odd(name="twice.txt", content=twice.encode(), article=one)
    yield Odd(name="twice.html", content=_page(foreign(*twice.split("\n\n")), "utf-8").encode(), article=one)


def _page(one: Article, label: str) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}<title>Orlo</title></head><body><article>{one.html}</article></body></html>"
