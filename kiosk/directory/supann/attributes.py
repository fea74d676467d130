"""Under which names a directory keeps what SupAnn recommends; a campus may have its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """birth_date: each may be there, in either spelling, YYYY-MM-DD or YYYYMMDD.

    mail: the institutional address, then the rescue one.
    """

    number: str = "supannEtuId"
    surname: str = "sn"
    given_name: str = "givenName"
    display_name: str = "displayName"
    birth_name: str = "supannNomDeNaissance"
    civil_given_names: str = "supannPrenomsEtatCivil"
    birth_date: tuple[str, ...] = ("supannOIDCDateDeNaissance", "schacDateOfBirth")
    state: tuple[str, ...] = ("supannRessourceEtat", "supannRessourceEtatDate")
    year: str = "supannEtuAnneeInscription"
    enrolment: str = "supannEtuInscription"
    end: str = "supannEtuDateFin"
    mail: tuple[str, ...] = ("mail", "supannMailPrive")

    @property
    def names(self) -> tuple[str, ...]:
        return (self.surname, self.given_name, self.display_name, self.birth_name, self.civil_given_names)

    @property
    def states(self) -> tuple[str, ...]:
        return (*self.state, self.year, self.enrolment, self.end)
