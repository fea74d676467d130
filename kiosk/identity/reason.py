"""Why a check went as it did: the codes that a verdict carries instead of the values compared."""

from enum import StrEnum


class Reason(StrEnum):
    """Every code a Check may hold, in the order of Item."""

    CARD_NUMBER = "card_number"
    CARD_CANDIDATE = "card_candidate"  # only part of a longer identifier: it counts together with a document
    NUMBER_TYPED = "number_typed"  # nobody showed a card
    LIMIT_REACHED = "limit_reached"  # taken while nobody could count how often this number had failed

    DOCUMENT_ACCEPTED = "document_accepted"
    DOCUMENT_TO_REVIEW = "document_to_review"  # this campus wants staff to look at this kind
    DOCUMENT_NOT_ACCEPTED = "document_not_accepted"
    SPECIMEN = "specimen"
    NO_DOCUMENT = "no_document"

    READ = "read"
    CHECK_DIGITS_WRONG = "check_digits_wrong"
    NOT_CONFIDENT = "not_confident"

    VALID = "valid"
    EXPIRED = "expired"
    READ_THE_PRINTED_DATE = "read_the_printed_date"  # what the camera read leaves the date open
    NOT_YET_VALID = "not_yet_valid"
    NO_DATE = "no_date"

    SURNAME_EQUAL = "surname_equal"
    SURNAME_BIRTH_NAME = "surname_birth_name"
    SURNAME_USAGE_JOINED = "surname_usage_joined"  # birth name and name in use, in either order
    SURNAME_TRUNCATED = "surname_truncated"
    SURNAME_ONE_LETTER = "surname_one_letter"
    SURNAME_PARTLY = "surname_partly"  # one side has more surnames than the other
    SURNAME_DIFFERENT = "surname_different"
    SURNAME_MISSING = "surname_missing"  # the document has none
    SURNAME_UNKNOWN = "surname_unknown"  # the directory has none
    SURNAME_OTHER_SCRIPT = "surname_other_script"  # the directory's letters have no form that a document uses
    BIRTH_NAME_UNKNOWN = "birth_name_unknown"  # the surnames differ, and a birth name may explain it

    GIVEN_EQUAL = "given_equal"
    GIVEN_CIVIL = "given_civil"  # the name in use is another of the civil given names
    GIVEN_PREFIX = "given_prefix"  # the document shows fewer names
    GIVEN_NONE = "given_none"  # neither side has any: a person of one name
    GIVEN_TRUNCATED = "given_truncated"
    GIVEN_INITIALS = "given_initials"
    GIVEN_ONE_LETTER = "given_one_letter"
    GIVEN_PARTLY = "given_partly"  # some names agree, others don't
    GIVEN_DIFFERENT = "given_different"
    GIVEN_MISSING = "given_missing"
    GIVEN_UNKNOWN = "given_unknown"
    GIVEN_OTHER_SCRIPT = "given_other_script"

    ORDER_SWAPPED = "order_swapped"  # the same names, divided otherwise between surname and given names

    BIRTH_DATE_EQUAL = "birth_date_equal"
    BIRTH_DATE_DIFFERENT = "birth_date_different"
    BIRTH_DATE_UNKNOWN = "birth_date_unknown"
    BIRTH_DATE_NOT_COMPARED = "birth_date_not_compared"

    NOT_COMPARED = "not_compared"  # an earlier check already decided
