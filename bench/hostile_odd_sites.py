"""Pages as the world's publishing programs make them: their wrappings, furniture and ways of saying when and by whom."""

# ruff: noqa: E501 - each case is one line of a table

import random
from collections.abc import Callable, Iterator, Mapping
from html import escape

from hostile_odd_case import EVERY, Article, Odd, article, foreign
from hostile_odd_heads import HEADS
from hostile_odd_pages import graph, page

Make = Callable[[Article], str]

# What stands around articles, and is none of them.
MENU = (
    "<div class=menu><ul>"
    + "".join(
        f"<li><a href=/{each}>{each}</a></li>" for each in "Home World Politics Sport Weather Opinion".split()
    )
    + "</ul></div>"
)
TEASERS = (
    "<ul>"
    + "".join(
        f"<li><a href=/{n}>Ferry company of Pyrr raises fares for the {n}th time in a decade</a></li>"
        for n in range(4, 9)
    )
    + "</ul>"
)
SHARE = "<div class=share-buttons><a href=#>Share</a> <a href=#>Tweet</a> <a href=#>Print</a></div>"
LETTER = (
    "<div class=newsletter-signup><h3>Stay informed</h3><p>Sign up for our daily newsletter and never miss a story "
    "from the valley again.</p><form><input><button>Sign up</button></form></div>"
)
FOOT = (
    "<div id=footer class=site-footer><p>Orlo Media Ltd., 4 Harbour Street. All rights reserved. Reproduction without "
    "written permission is prohibited.</p></div>"
)


def _each(one: Article, before: str, after: str) -> str:
    return "".join(f"{before}{each}{after}" for each in one.paragraphs)


def _in(*wrappings: str) -> Make:
    """The article in elements with these openings, from the outermost."""

    def make(one: Article) -> str:
        opened = "".join(f"<{each}>" for each in wrappings)
        closed = "".join(f"</{each.split()[0]}>" for each in reversed(wrappings))
        return f"{MENU}{opened}<h1>{one.title}</h1>{one.html}{closed}{FOOT}"

    return make


# Bodies of pages whose head says what else is to be known.
BODIES: Mapping[str, Make] = {
    "wordpress": lambda one: (
        f'<div id=page class="hfeed site"><header id=masthead>{MENU}</header><div id=primary class=content-area>'
        f'<main id=main><article id=post-7 class="post-7 post type-post hentry"><header class=entry-header>'
        f"<h1 class=entry-title>{one.title}</h1></header><div class=entry-content>{one.html}"
        f'<div class="sharedaddy sd-sharing-enabled"><h3 class=sd-title>Share this:</h3>{SHARE}</div>'
        f"<div id=jp-relatedposts class=jp-relatedposts><h3>Related</h3>{TEASERS}</div></div></article>"
        f'<nav class="navigation post-navigation"><a rel=prev>Ferry late again</a></nav></main></div>'
        f'<div id=secondary class="widget-area"><aside class=widget><h2>Recent posts</h2>{TEASERS}</aside></div>'
        f"{FOOT}</div>"
    ),
    "drupal": lambda one: (
        f'<div class="layout-container"><div class="region region-primary-menu">{MENU}</div><main role=main>'
        f'<article class="node node--type-article node--view-mode-full"><h1 class=page-title>{one.title}</h1>'
        f'<div class="node__content clearfix"><div class="clearfix text-formatted field field--name-body '
        f'field--type-text-with-summary field__item">{one.html}</div></div></article></main>'
        f'<aside class="region region-sidebar-second">{TEASERS}</aside>{FOOT}</div>'
    ),
    "joomla": lambda one: (
        f'{MENU}<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class=page-header>'
        f"<h2 itemprop=headline>{one.title}</h2></div><dl class=article-info><dt>Details</dt><dd class=hits>"
        f'Hits: 311</dd></dl><div itemprop="articleBody">{one.html}</div><ul class="pager pagenav">'
        f"<li><a>Prev</a></li></ul></div>{FOOT}"
    ),
    "bitrix": lambda one: (
        f'{MENU}<div class="news-detail"><h3>{one.title}</h3><div class="news-detail-text">'
        f'{"<br /><br />".join(one.paragraphs)}</div><div style="clear:both"></div></div>{TEASERS}{FOOT}'
    ),
    "blogger": lambda one: (
        f"<div class='main section' id='main'><div class='widget Blog'><div class='blog-posts hfeed'>"
        f"<div class='post hentry'><h3 class='post-title entry-title'>{one.title}</h3>"
        f"<div class='post-body entry-content' id='post-body-7'><div dir=ltr>{_each(one, '<div>', '</div><div><br /></div>')}"
        f"</div></div><div class='post-footer'><span class='reaction-buttons'></span></div></div></div></div></div>"
        f"<div class='sidebar section'>{TEASERS}</div>{FOOT}"
    ),
    "hashed-names": lambda one: (
        f'<div id=__next><div class="sc-1a2b kXyZ">{MENU}</div><div class="sc-9f gHi">'
        + _each(one, "<div class='sc-77 dEf'><p class='sc-5 aBc'>", "</p></div>")
        + f'</div><div class="sc-2 jKl">{TEASERS}</div></div>'
    ),
    "accelerated-adverts": lambda one: (
        '<amp-ad width=300 type=x></amp-ad><article class="amp-wp-article"><div class="amp-wp-article-content">'
        + "<amp-ad width=300 height=250 type=doubleclick></amp-ad>".join(
            f"<p>{each}</p>" for each in one.paragraphs
        )
        + f"</div></article><amp-social-share type=x></amp-social-share>{FOOT}"
    ),
    "paywall-below": lambda one: (
        f"<article>{one.html}<div class=paywall-prompt><h2>Continue reading with a subscription</h2><p>Already a "
        "subscriber? Log in.</p></div></article>"
    ),
    "paywalled-part": lambda one: (
        f"<article><p>{one.paragraphs[0]}</p><div class='paywall premium-content'>"
        + "".join(f"<p>{each}</p>" for each in one.paragraphs[1:])
        + "</div></article>"
    ),
    "live-blog": lambda one: (
        f"<h1>{one.title}</h1><div class=liveblog>"
        + "".join(
            f'<div class="liveblog-entry" id=e{n}><div class="liveblog-entry__meta"><time>1{n}:05</time></div>'
            f"<div class=liveblog-entry__body><p>{each}</p></div></div>"
            for n, each in enumerate(one.paragraphs)
        )
        + "</div>"
    ),
    "cards": lambda one: (
        "<div id=map></div><div class=feedlist>"
        + "".join(
            f'<div class="event cat1 sourcees" data-id={n}><div class="top-right"><a>Tell a friend</a></div>'
            f'<div class="title">{each}</div><div class="img"></div></div>'
            for n, each in enumerate(one.paragraphs)
        )
        + "</div>"
    ),
    "messages": lambda one: (
        '<main class="tgme_main"><section class="tgme_channel_history js-message_history">'
        + "".join(
            '<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message js-widget_message">'
            '<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><span>Orlo</span></div>'
            f'<div class="tgme_widget_message_text js-message_text" dir="auto">{each.replace(". ", ".<br/><br/>")}</div>'
            '<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span></div></div></div></div>'
            for each in one.paragraphs
        )
        + "</section></main>"
    ),
    "microblog": lambda one: (
        '<div class="main-thread"><div class="thread-line">'
        + "".join(
            '<div class="timeline-item thread"><div class="tweet-body"><div class="tweet-header"><a class="fullname">'
            f'Orlo</a></div><div class="tweet-content media-body">{each}</div><div class="tweet-stats">3 7 9</div></div></div>'
            for each in one.paragraphs
        )
        + "</div></div>"
    ),
    "forum": lambda one: (
        f"<div id=page-body><h2 class=topic-title>{one.title}</h2><div id=p1 class='post has-profile bg2'><div class=inner>"
        f"<dl class=postprofile><dt>marn</dt><dd>Posts: 31</dd></dl><div class=postbody><div class=content>"
        f"{'<br><br>'.join(one.paragraphs)}</div></div></div></div></div>"
    ),
    "wiki": lambda one: (
        f"<div id=content class=mw-body role=main><h1 id=firstHeading>{one.title}</h1><div id=bodyContent>"
        f"<div id=siteSub>From Orlopedia</div><div id=mw-content-text><div class=mw-parser-output>"
        f"{_each(one, '<p>', '<sup class=reference><a href=#c>[1]</a></sup></p>')}</div></div></div></div>"
        f"<div id=mw-navigation>{MENU}</div>"
    ),
    "archived": lambda one: (
        f"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp-base lang=en><div id=wm-ipp><a>31 captures</a></div></div>"
        f"<!-- END WAYBACK TOOLBAR INSERT -->{MENU}<div id=story>{one.html}</div>{FOOT}"
    ),
    "archived-styled": lambda one: (
        '<center><div id="HEADER" style="font-family:sans-serif"><table><tr><td>Saved from</td><td><input '
        'value="https://orlo.example/a"></td></tr></table></div></center><div id="SOLID" style="position:relative">'
        '<div class="body" style="vertical-align:bottom;min-height:1018px;"><div style="text-align:left;width:640px;">'
        + _each(one, '<div style="margin:0 0 16px;padding:0;">', "</div>")
        + "</div></div></div>"
    ),
    "letter-layout": lambda one: (
        '<div style="display:none;max-height:0">Today in the valley</div><table width="100%"><tr><td align=center>'
        "<!--[if mso]><table><tr><td><![endif]--><table width=600 role=presentation><tbody>"
        + _each(
            one,
            "<tr><td style='padding:0 20px'><table><tr><td><p style='margin:0'>",
            "</p></td></tr></table></td></tr>",
        )
        + "</tbody></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table>"
    ),
    "nested-tables": lambda one: (
        f"<table><tr><td width=150>{MENU}</td><td><table><tr><td><table><tr><td><font face=Arial size=2>"
        f"{'<br>&nbsp;&nbsp;&nbsp;'.join(one.paragraphs)}</font></td></tr></table></td></tr></table></td></tr></table>"
    ),
    "table-rows": lambda one: f"<table>{_each(one, '<tr><td>', '</td></tr>')}</table>",
    "office-writer": lambda one: _each(
        one,
        '<p align="justify" style="line-height: 150%; margin-bottom: 0cm"><font face="Times"><span lang="en-GB">',
        "</span></font></p>",
    ),
    "published-document": lambda one: (
        "<div id=header>Orlo</div><div id=contents><style>.c0</style><div class='c1 doc-content'>"
        + _each(one, "<p class=c0><span class=c2>", "</span></p>")
        + "</div></div><div id=footer>Published by Google Drive</div>"
    ),
    "scanned-words": lambda one: (
        "<div class='ocr_page' id='page_1'>"
        + "".join(
            "<div class='ocr_carea'><p class='ocr_par'><span class='ocr_line'>"
            + " ".join(
                f"<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf 93'>{word}</span>"
                for word in each.split()
            )
            + "</span></p></div>"
            for each in one.paragraphs
        )
        + "</div>"
    ),
    "frames": lambda one: (
        f"</body><frameset cols='20%,80%'><frame src=a><noframes><body>{one.html}</body></noframes></frameset>"
    ),
    "frame-in-attribute": lambda one: f'<iframe srcdoc="{escape(one.html)}"></iframe>',
    "bullets": lambda one: f"<div class=story><ul>{_each(one, '<li>', '</li>')}</ul></div>",
    "numbered": lambda one: f"<article><ol>{_each(one, '<li><p>', '</p></li>')}</ol></article>",
    "headings": lambda one: f"<div>{_each(one, '<h3>', '</h3>')}</div>",
    "quoted": lambda one: f"<article>{_each(one, '<blockquote><p>', '</p></blockquote>')}</article>",
    "bold": lambda one: f"<article>{_each(one, '<p><b>', '</b></p>')}</article>",
    "first-in-bold": lambda one: (
        f"<article><p><strong>{one.paragraphs[0]}</strong></p>"
        + "".join(f"<p>{p}</p>" for p in one.paragraphs[1:])
        + "</article>"
    ),
    "standfirst": lambda one: (
        f"<article><header><h1>{one.title}</h1><h2 class=standfirst>{one.paragraphs[0]}</h2></header>"
        f"<div class=body>{''.join(f'<p>{p}</p>' for p in one.paragraphs[1:])}</div></article>"
    ),
    "drop-caps": lambda one: (
        f"<article>{''.join(f'<p><span class=dropcap>{p[0]}</span>{p[1:]}</p>' for p in one.paragraphs)}</article>"
    ),
    "linked-words": lambda one: (
        f"<article>{_each(one, '<p>', '</p>').replace(' the ', ' the <a href=/x><span>').replace(' said', '</span></a> said')}</article>"
    ),
    "soft-hyphens": lambda one: (
        f"<article>{one.html.replace('hospital', 'hos&shy;pi&shy;tal').replace('wounded', 'woun<wbr>ded')}</article>"
    ),
    "hidden-between": lambda one: (
        "<article>"
        + _each(
            one,
            "<p>",
            "</p><p style='display:none'>Copied from the Orlo site without leave of its owners, who will sue.</p>",
        )
        + "</article>"
    ),
    "see-also-between": lambda one: (
        "<article>"
        + _each(one, "<p>", "</p><aside class=related><p>See also: <a href=/x>Ferry late</a></p></aside>")
        + "</article>"
    ),
    "players-between": lambda one: (
        "<article>"
        + _each(one, "<p>", "</p><figure><video src=a.mp4></video><button>Play</button></figure>")
        + "</article>"
    ),
    "dialogues": lambda one: (
        f"<dialog open><p>We value your privacy. Accept all cookies?</p></dialog><main>{one.html}</main>"
    ),
    "ends-in-scripts": lambda one: (
        f"<article>{_each(one, '<p>', '</p><script>ad.push({a:1})</script><ins class=adsbygoogle></ins>')}</article>"
    ),
    "prefixed": lambda one: (
        f"<div xmlns:h='http://www.w3.org/1999/xhtml'><article>{one.html}</article></div>"
    ),
    "right-to-left-wrapped": lambda one: (
        f"<div dir=rtl><article dir=ltr><bdo dir=ltr>{one.html}</bdo></article></div>"
    ),
    "marks-of-direction": lambda one: f"<article>{_each(one, '<p>&#x202a;', '&#x202c;</p>')}</article>",
    "text-in-header": lambda one: f"<header class=article-header><h1>{one.title}</h1>{one.html}</header>",
    "text-in-aside": lambda one: f"<main><aside class=content>{one.html}</aside></main>",
    "text-in-form": lambda one: f"<form id=aspnetForm action=/a><div id=ctl00_Main>{one.html}</div></form>",
    "text-in-button": lambda one: f"<details><summary>More</summary><div>{one.html}</div></details>",
    "text-in-slots": lambda one: f"<x-a><span slot=body>{one.html}</span></x-a>",
    "figures-first": lambda one: (
        "<article><figure><img src=a><figcaption>A street in Orlo. Photo: Lunn</figcaption></figure>"
        f"{one.html}</article>"
    ),
    "many-columns": lambda one: f"<div class=row>{_each(one, '<div class=col-md-4><p>', '</p></div>')}</div>",
    "one-paragraph": lambda one: f"<article><p>{' '.join(one.paragraphs)}</p></article>",
    "unclosed": lambda one: f"<div class=txt>{'<p>'.join(('', *one.paragraphs))}",
    "double-breaks-in-p": lambda one: f"<p class=article>{'<br/>&nbsp;<br/>'.join(one.paragraphs)}</p>",
    "non-breaking": lambda one: f"<article>{one.html.replace(' ', '&nbsp;')}</article>",
    "aged": lambda one: (
        f"<center><table border=0><tr><td><tt>{'<p>'.join(one.paragraphs)}</tt></table></center>"
    ),
    "listing": lambda one: f"<xmp>{one.text}</xmp>",
}
# Names of wrappings that programs mean nothing ill by.
NAMES = (
    "body class='has-sidebar single-post comments-open'", "div class=content-with-sidebar", "div id=sidebar-layout",
    "div class=share-enabled", "div class=related-enabled", "div class='article no-comments'", "div class=post-comments-on",
    "div class='widget widget_text'", "div id=footer-fixed", "div class=header-sticky", "div class=nav-open",
    "div class='premium locked'", "div class='newsletter article'", "div class=popup-content", "div class=breadcrumb-on",
    "div class='tag-page article'", "div class=print-only", "div class=banner-top-page", "div class=subscription-aware",
    "div class='ad-supported'", "section class=teaser-article", "div class=author-page-content", "div class='caption-free story'",
    "div class=modal-less", "div class='social page'", "div class=outbrain-free", "div class='meta article'",
)  # fmt: skip


ARABIC = foreign(
    "قال مسؤولون في أورلو يوم الجمعة إن قصفا على الحي الشمالي أدى إلى مقتل تسعة أشخاص وإصابة عشرين آخرين.",
    "وأضاف طبيب في مستشفى المدينة أن طفلين بين الجرحى، وأن الطريق إلى فارن ما زال مغلقا منذ الصباح.",
)
HEBREW = foreign(
    "תשעה בני אדם נהרגו ביום שישי בהפגזה על הרובע הצפוני של אורלו, אמר רופא בבית החולים של העיר.",
    "ראש העיר קרא להפסקת אש ואמר כי הדרך לווארן עדיין סגורה וכי שני ילדים נמצאים בין הפצועים.",
)


def sites(dice: random.Random) -> Iterator[Odd]:
    """Each article in each wrapping, under each name, and with each way of saying what it is."""
    for what, make in BODIES.items():
        one = article(dice)
        yield Odd(name=f"{what}.html", content=page(make(one), graph(one)).encode(), article=one, gives=EVERY)
    for number, opening in enumerate(NAMES):
        one = article(dice)
        content = page(_in(opening, "div class=story")(one), graph(one))
        yield Odd(
            name=f"named-{number}-{opening.split('=')[1].split()[0].strip(chr(39))}.html",
            content=content.encode(),
            article=one,
            gives=EVERY,
        )
    for what, (say, gives) in HEADS.items():
        one = article(dice)
        head, body = say(one)
        content = page(body or f"<article>{one.html}</article>", head, title="x")
        content = content.replace("<title>x</title>", "") if "<title>" in head else content
        yield Odd(name=f"{what}.html", content=content.encode(), article=one, gives=gives)
    for name, one in {"arabic": ARABIC, "hebrew": HEBREW}.items():
        marked = foreign(*one.paragraphs)
        body = f"<div dir=rtl lang=x><article>{marked.html}</article></div>"
        yield Odd(name=f"{name}.html", content=page(body).encode(), article=marked)
