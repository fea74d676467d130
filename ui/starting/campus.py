"""From the settings to what the campus says to its visitors."""

from itertools import product

from kiosk.settings import Settings
from kiosk.triage.words import Door, Symptom
from ui.parts.door_facts import OfficeView
from ui.screens.messages import Message
from ui.terminal.campus import Campus
from ui.terminal.drawn import pictures_of


def campus_of(settings: Settings) -> Campus:
    """Return what the settings say to visitors."""
    languages = settings.site.languages
    names: dict[str, str] = {language: getattr(settings.site.name, language) for language in languages}
    return Campus(
        languages=languages,
        names=names,
        offices={
            (door, language): office_of(settings, door, language)
            for door, language in product(Door, languages)
        },
        messages={
            (symptom, language): tuple(
                Message(message.code, getattr(message, language))
                for message in getattr(settings.symptoms, symptom).messages
            )
            for symptom, language in product(Symptom, languages)
        },
        controller={
            language: getattr(settings.data_protection.controller, language) for language in languages
        },
        contact=settings.data_protection.contact or "",
        reset_link=settings.doors.self_service.reset_link or "",
        documents=pictures_of((*settings.documents.accept, *settings.documents.review)),
        holder_days=settings.retention.holder_days,
        record_days=settings.retention.record_days,
        can_print=settings.printer.kind != "none",
        less_motion=settings.terminal.motion == "none",
    )


def office_of(settings: Settings, door: Door, language: str) -> OfficeView:
    """Return a door's office in a language."""
    if door is Door.SELF_SERVICE:
        online = settings.doors.self_service
        return OfficeView(name=getattr(online.name, language), place=online.reset_link or "")
    office = getattr(settings.doors, door)
    place, hours = (getattr(said, language) if said else "" for said in (office.place, office.hours))
    return OfficeView(
        name=getattr(office.name, language), place=place, hours=hours, address=office.address or ""
    )
