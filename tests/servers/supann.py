"""The part of SupAnn's and SCHAC's schema that the kiosk works with: names, public OIDs and syntaxes."""

from dataclasses import dataclass

SUPANN = "1.3.6.1.4.1.7135.1.2"
SYNTAX = "1.3.6.1.4.1.1466.115.121.1"
TEXT, EXACT, PRINTABLE, DIGITS, TIME = "text", "exact", "printable", "digits", "time"
RULES = {
    TEXT: f"EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX {SYNTAX}.15",
    EXACT: f"EQUALITY caseExactMatch SUBSTR caseExactSubstringsMatch SYNTAX {SYNTAX}.15",
    PRINTABLE: f"EQUALITY caseExactMatch SYNTAX {SYNTAX}.44",
    DIGITS: f"EQUALITY numericStringMatch SYNTAX {SYNTAX}.36",
    TIME: f"EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch SYNTAX {SYNTAX}.24",
}


@dataclass(frozen=True, slots=True)
class Attribute:
    oid: str
    name: str
    kind: str
    is_single: bool = False

    @property
    def definition(self) -> str:
        """Return it as RFC 4512 writes attribute types."""
        single = " SINGLE-VALUE" if self.is_single else ""
        return f"( {self.oid} NAME '{self.name}' {RULES[self.kind]}{single} )"


ATTRIBUTES = (
    Attribute(f"{SUPANN}.1.10", "supannEtuId", EXACT),
    Attribute(f"{SUPANN}.1.25", "supannEtuAnneeInscription", DIGITS),
    Attribute(f"{SUPANN}.1.30", "supannEtuInscription", TEXT),
    Attribute(f"{SUPANN}.1.38", "supannNomDeNaissance", TEXT, is_single=True),
    Attribute(f"{SUPANN}.1.39", "supannPrenomsEtatCivil", TEXT, is_single=True),
    Attribute(f"{SUPANN}.1.40", "supannOIDCDateDeNaissance", PRINTABLE, is_single=True),
    Attribute(f"{SUPANN}.1.54", "supannRessourceEtatDate", TEXT),
    Attribute(f"{SUPANN}.1.55", "supannRessourceEtat", TEXT),
    Attribute(f"{SUPANN}.1.60", "supannEtuDateFin", TIME),
    Attribute(f"{SUPANN}.1.65", "supannMailPrive", TEXT),
    Attribute("1.3.6.1.4.1.25178.1.2.3", "schacDateOfBirth", DIGITS, is_single=True),
)
NAMES = tuple(each.name for each in ATTRIBUTES)
CLASS_OID, CLASS = f"{SUPANN}.2.1", "supannPerson"
CLASS_DEFINITION = f"( {CLASS_OID} NAME '{CLASS}' SUP top AUXILIARY MAY ( {' $ '.join(NAMES)} ) )"


def slapd_schema() -> str:
    """Return it as a schema file of OpenLDAP."""
    lines = [f"attributetype {each.definition}" for each in ATTRIBUTES]
    return "\n".join([*lines, f"objectclass {CLASS_DEFINITION}", ""])
