"""What was examined, in words: the parts of the post, the staff, the journal."""

from kiosk.doctor import Finding, Level
from kiosk.journal.chain import ChainReport
from kiosk.staff.account import StaffAccount
from ui.desk.report import ReportView, Section
from ui.desk_acts.examining import Health
from ui.desk_parts.finding import FindingView
from ui.desk_parts.request_cards import SaidView
from ui.words import Words

_TONES = {Level.OK: "ok", Level.WARNING: "warn", Level.FAILED: "bad"}
_FIRST = {Level.FAILED: 0, Level.WARNING: 1, Level.OK: 2}
_ICONS = {Level.OK: "check", Level.WARNING: "eye", Level.FAILED: "warning"}


def health_view(words: Words, health: Health | None) -> ReportView:
    """Return what is out of order first; None while it is looked at."""
    title, says = words("desk.health.title"), words("desk.health.says")
    if health is None:
        return ReportView(title=title, says=says)
    found = sorted(health.parts, key=lambda each: _FIRST[each.level])
    worst = found[0].level if found else Level.OK
    said = SaidView(_TONES[worst], _ICONS[worst], words(f"desk.health.all_{worst}"), _counted(words, found))
    staff = tuple(_account(words, each) for each in health.staff)
    sections = [Section(title=words("desk.health.parts"), rows=tuple(_part(words, each) for each in found))]
    staff_says = words("desk.health.staff_says")
    sections.append(Section(title=words("desk.health.staff"), rows=staff, says=staff_says))
    notes = tuple(f"{each.part}: {each.sentence}" for each in found if each.level is not Level.OK)
    return ReportView(title=title, says=says, said=said, sections=tuple(sections), notes=notes)


def journal_view(words: Words, report: ChainReport | None) -> ReportView:
    """Return whether the journal is whole; None while it is verified."""
    title, says = words("desk.journal.title"), words("desk.journal.says")
    if report is None:
        return ReportView(title=title, says=says)
    broken = report.first_broken
    key = "broken" if broken else "whole"
    told = words("desk.journal.broken_says", writer=broken.writer, sequence=broken.sequence) if broken else ""
    said = SaidView(
        "bad" if broken else "ok",
        "warning" if broken else "check",
        words(f"desk.journal.{key}"),
        told or words("desk.journal.whole_says"),
    )
    counts = (("events", report.events), ("writers", report.writers), ("anchors", report.anchors))
    rows = tuple(_count(words, key, count, is_whole=broken is None) for key, count in counts)
    sections = (Section(title=words("desk.journal.checked"), rows=rows),)
    notes = (f"{broken.writer} {broken.sequence}: {broken.why}",) if broken else ()
    return ReportView(title=title, says=says, said=said, sections=sections, notes=notes)


def _counted(words: Words, found: list[Finding]) -> str:
    bad = sum(each.level is not Level.OK for each in found)
    return words("desk.health.counted", bad=bad, count=len(found))


def _part(words: Words, finding: Finding) -> FindingView:
    what = words(f"desk.health.part_{finding.part}")
    to_do = words("desk.health.fine" if finding.level is Level.OK else f"desk.health.do_{finding.part}")
    return FindingView(_TONES[finding.level], words(f"desk.health.{finding.level}"), what, to_do)


def _account(words: Words, account: StaffAccount) -> FindingView:
    key = "closed" if account.is_disabled else "open"
    tone = "" if account.is_disabled else "ok"
    return FindingView(
        tone, words(f"desk.health.staff_{key}"), account.login, words(f"desk.role.{account.role}")
    )


def _count(words: Words, key: str, count: int, *, is_whole: bool) -> FindingView:
    """Return how many were read; green is only for a journal that is whole."""
    what = words(f"desk.journal.{key}")
    if key == "anchors" and not count:
        return FindingView("warn", words("desk.journal.none"), what, words("desk.journal.no_anchors"))
    return FindingView("ok" if is_whole else "", words("desk.journal.read"), what, words.count(count))
