"""The contract's people as entries of an LDAP directory."""

from tests.contracts.directory import Person

STATES = {
    "": "{COMPTE}A:SupannActif",
    "inactive": "{COMPTE}I:SupannInactif",
    "technical_lock": "{COMPTE}S:SupannVerrouTechnique",
    "administrative_lock": "{COMPTE}S:SupannVerrouAdministratif",
}
YEARS = {"yes": "2026", "no": "2024"}
PLAIN = str.maketrans(dict.fromkeys("*()\\", "x"))
PASSWORD, WRONG = "Right-Passw0rd", "Wrong-Passw0rd"


def uid(person: Person, nth: int = 0) -> str:
    return f"u{person.number.translate(PLAIN)}" + (f"-{nth}" if nth else "")


def attributes(person: Person) -> dict[str, str]:
    """Return what SupAnn holds of a person; the account's own state is each product's."""
    state = STATES.get(person.standing or person.account, STATES[""])
    told = {
        "sn": person.surname,
        "givenName": person.given_name,
        "displayName": person.display_name,
        "supannEtuId": person.number,
        "supannNomDeNaissance": person.birth_name,
        "supannPrenomsEtatCivil": person.civil_given_names,
        "supannOIDCDateDeNaissance": person.birth_date,
        "supannEtuAnneeInscription": YEARS[person.registered],
        "supannRessourceEtat": state,
    }
    return {name: value for name, value in told.items() if value}
