"""The page of figures in words."""

from kiosk.desk.figures import DayCount, Figures
from ui.desk.figures import FiguresView, FigureView
from ui.desk_parts.bars import DayView
from ui.desk_views.when import When


def figures_view(when: When, figures: Figures) -> FiguresView:
    words = when.words
    ended = sum(day.ended for day in figures.by_day)
    values = {
        "waiting": words.count(figures.waiting),
        "oldest": when.span(figures.oldest),
        "median": when.span(figures.median_time),
        "ended": words.count(ended),
    }
    first, last = (when.date(day.day) for day in (figures.by_day[0], figures.by_day[-1]))
    return FiguresView(
        says=words("desk.figures.says", first=first, last=last),
        figures=tuple(
            FigureView(words(f"desk.figures.{key}"), value, words(f"desk.figures.{key}_says"))
            for key, value in values.items()
        ),
        days=tuple(_day(when, day) for day in figures.by_day),
        causes=tuple((words(f"desk.cause.{cause or 'none'}"), count) for cause, count in figures.by_cause),
    )


def _day(when: When, day: DayCount) -> DayView:
    words = when.words
    weekday = words("desk.day.short").split()[day.day.weekday()]
    said = words("desk.day.near", weekday=weekday, number=day.day.day)
    spoken = words("desk.figures.day", day=said, filed=day.filed, ended=day.ended)
    is_today = day.day == when.calendar.local(when.now).date()
    return DayView(said, day.filed, day.ended, spoken, is_today)
