"""The columns of a register file, by their English and their French names."""

import unicodedata

from kiosk.identity.register_columns import REGISTER_COLUMNS

NEEDED = ("number", "surname")
FRENCH = {
    "numero": "number",
    "nom": "surname",
    "prenom": "given_name",
    "nom_affichage": "display_name",
    "nom_de_naissance": "birth_name",
    "prenoms_etat_civil": "civil_given_names",
    "date_de_naissance": "birth_date",
}


def column_named(heading: str) -> str | None:
    """Return the column a heading names, whatever its capitals, accents and spaces; None if none."""
    bare = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    name = "_".join(bare.lower().replace("_", " ").split())
    name = FRENCH.get(name, name)
    return name if name in REGISTER_COLUMNS else None
