"""A notice as HTML: no picture, no link, no script, nothing fetched; readable at any width, in light and dark."""

from collections.abc import Iterable
from html import escape

BLOCKS = {
    "p": '<p style="margin:0 0 16px">{}</p>',
    "box": '<p style="margin:24px 0 16px;padding:12px 16px;border-left:4px solid #b3472d">{}</p>',
    "small": '<p style="margin:0;font-size:14px">{}</p>',
}
PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{title}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 sans-serif">
<div style="max-width:560px">
<h1 style="margin:0 0 16px;font-size:20px">{title}</h1>
{body}
</div>
</body>
</html>
"""


def html(language: str, title: str, blocks: Iterable[tuple[str, str]]) -> str:
    """Return the page. blocks: kind (a key of BLOCKS) and words."""
    body = "\n".join(BLOCKS[kind].format(escape(said)) for kind, said in blocks)
    return PAGE.format(language=language, title=escape(title), body=body)
