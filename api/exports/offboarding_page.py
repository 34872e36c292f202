"""The offboarding sheet as one page that prints: no script, no other file, no host; every text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from api.terminal import visible

Json = Mapping[str, Any]
NameOf = Callable[[str], str]

_STYLE = """
body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; color: #111; background: #fff }
h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #eee } tr { break-inside: avoid } td.n { text-align: right } td.box { min-width: 5rem }
code { font: 12px/1.4 ui-monospace, monospace; white-space: pre-wrap } .note { color: #555 }
@page { size: A4 landscape; margin: 12mm } @media print { body { margin: 0; font-size: 11px } code { font-size: 9px } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def offboarding_page(envelope: Json, name_of: NameOf) -> str:
    """The page of an answer to `offboarding`, in ASCII: what else a text holds stands as a character reference."""
    answer, snapshot = envelope["answer"], envelope["snapshot"]
    title = f"Offboarding of {answer['name']}"
    parts = [
        f"<h1>{_text(title)}</h1>",
        f"<p>{_text(answer['person'])}, as of {_text(snapshot['as_of'])}. {len(answer['items'])} steps; "
        f"{_money(answer['spend_30d'])} in 30 days; {answer['data_sources']} data sources are reached now.</p>",
        *_notes(envelope),
        "<h2>What to do, in this order</h2>",
        _table(
            (
                "",
                "System",
                "Do",
                "Why",
                "Only theirs",
                "Who else is hit",
                "Next owner",
                "30 days",
                "Data left",
                "Done by, when",
            ),
            [_step(number, item, name_of) for number, item in enumerate(answer["items"], 1)],
        ),
        "<h2>What stays reachable when all is done</h2>",
        _left(answer["left_after"], name_of),
        f'<p class="note">Generation {snapshot["generation"]}, digest {_text(snapshot["digest"])}.</p>',
    ]
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    page = f'<!doctype html>\n<html lang="en"><head>{head}<title>{_text(title)}</title><style>{_STYLE}</style></head>\n'
    page += "<body>\n" + "\n".join(parts) + "\n</body></html>\n"
    return page.encode("ascii", "xmlcharrefreplace").decode()


def _step(number: int, item: Json, name_of: NameOf) -> list[str]:
    lines = "".join(f"<br><code>{_text(line)}</code>" for line in (item["command"] or "").split("\n") if line)
    return [
        f'<td class="n">{number}</td>',
        f"<td>{_text(item['system'])}</td>",
        f'<td>{_text(item["action"])}{lines}<br><span class="note">{_text(item["id"])}</span></td>',
        f"<td>{_text(item['why'])}</td>",
        f"<td>{'yes' if item['only_theirs'] else ''}</td>",
        f"<td>{_people(item['breaks'], name_of)}</td>",
        f"<td>{_people(item['next_owner'], name_of)}</td>",
        f'<td class="n">{_money(item["spend_30d"])}</td>',
        f'<td class="n">{item["data_sources_left"]}</td>',
        '<td class="box"></td>',
    ]


def _left(rows: Sequence[Json], name_of: NameOf) -> str:
    if not rows:
        return "<p>Nothing.</p>"
    lines = []
    for row in rows:
        witness = row["witness"]
        steps = [witness[0]["source"], *(edge["target"] for edge in witness)] if witness else []
        cells = (row["kind"], row["name"], row["permission"] or "", row["sensitivity"] or "")
        way = " > ".join(map(name_of, steps))
        lines.append([f"<td>{_text(cell)}</td>" for cell in (*cells, way)])
    return _table(("Kind", "Name", "Permission", "Sensitivity", "How"), lines)


def _notes(envelope: Json) -> Iterable[str]:
    """What is not whole and not fresh, which the reader must know."""
    completeness = envelope["completeness"]
    for reason in completeness["reasons"]:
        yield f"<p><strong>{_text(completeness['status'])}: {_text(reason['detail'])} ({_text(reason['code'])})</strong></p>"
    for note in completeness["notes"]:
        yield f"<p>{_text(note['detail'])} ({_text(note['code'])})</p>"
    if envelope["freshness"]:
        sources = ", ".join(f"{source['source']} ({', '.join(source['notes'])})" for source in envelope["freshness"])
        yield f"<p>Not fresh or not whole: {_text(sources)}</p>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles = "".join(f"<th>{_text(title)}</th>" for title in head)
    body = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _people(ids: Sequence[str], name_of: NameOf) -> str:
    return ", ".join(_text(name_of(node)) for node in ids)


def _money(amount: Json | None) -> str:
    return "?" if amount is None else _text(f"{float(amount['amount']):,.2f} {amount['currency']}")


def _text(text: object) -> str:
    """A text that stands as it is: marks of HTML as references, invisible and bidirectional characters as escapes."""
    return escape(visible(str(text)), quote=True)
