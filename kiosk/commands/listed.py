"""Every command in a sentence, and where it is: what `kiosk --help` shows, without loading any of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """room: the module here that adds it."""

    room: str
    sentence: str


# In the order in which they are listed.
COMMANDS = {
    "scan": Listed("scan", "what pictures, folders and videos show"),
    "submit": Listed("submit", "a whole visit from pictures or videos"),
    "queue": Listed("looking", "list waiting requests"),
    "show": Listed("looking", "everything about one request"),
    "status": Listed("status", "what the holder of a request may know"),
    "approve": Listed("deciding", "approve a request and carry it out"),
    "refuse": Listed("deciding", "refuse a request"),
    "redirect": Listed("deciding", "send a request on"),
    "undo": Listed("deciding", "take back an approval that isn't carried out yet"),
    "retry": Listed("deciding", "try a failed request again"),
    "hand-over": Listed("hand_over", "set a one-time password, print it, carry the request out"),
    "staff": Listed("staff", "staff accounts: add, list, disable"),
    "import": Listed("importing", "take in the student register from a CSV file"),
    "journal": Listed("journal", "verify, export or anchor the journal"),
    "forget": Listed("forget", "erase what retention says is due"),
    "backup": Listed("backup", "copy the store to a new file, and check the copy"),
    "migrate": Listed("migrate", "bring the store's database up to date"),
    "move-store": Listed("move_store", "move the store's file to a database server"),
    "person": Listed("person", "what is held about one student: export, erase"),
    "spool": Listed("spool", "what a terminal takes while the store is away"),
    "device": Listed("device", "terminals on other computers: admit, list, pause, revoke"),
    "doctor": Listed("doctor", "is every part in order?"),
    "demo-data": Listed("demo_data", "write a fictional campus into a folder"),
    "story": Listed("story", "play the whole story on a fictional campus"),
}


def sentence_of(name: str) -> str:
    return COMMANDS[name].sentence
