"""What a student register knows of each student, in the order in which it is kept."""

REGISTER_COLUMNS = (
    "number",
    "surname",
    "given_name",
    "display_name",
    "birth_name",
    "civil_given_names",
    "birth_date",
    "registered",
    "standing",
    "account",
)
