"""Published specimens and made-up zones, with what each says.

Sources: ICAO Doc 9303 (UTO), PRADO and national specimens; those named "made_up" were composed here.
"""

from dataclasses import dataclass

from kiosk.reading.document import DocumentFormat, Field

N, B, E, O, C = Field.NUMBER, Field.BIRTH, Field.EXPIRY, Field.OPTIONAL, Field.COMPOSITE  # noqa: E741 - a table
TD1, TD2, TD3, FRA, MRVA, MRVB, LICENCE = DocumentFormat


@dataclass(frozen=True)
class Vector:
    """One zone: what it is, its lines, which check digits it has, and who it names."""

    format: DocumentFormat
    lines: tuple[str, ...]
    fields: tuple[Field, ...]
    number: str
    surname: str
    given_names: str
    birth: str


def of(form, text, fields, *facts):
    return Vector(form, tuple(text.split()), fields, *facts)


CARD = (N, B, E, C)
PASSPORT = (N, B, E, O, C)
VISA = (N, B, E)
OLD_CARD = (N, B, C)

VECTORS = {
    "icao_passport": of(
        TD3,
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        PASSPORT,
        "L898902C3",
        "ERIKSSON",
        "ANNA<MARIA",
        "1974-08-12",
    ),
    "icao_card": of(
        TD1,
        "I<UTOD231458907<<<<<<<<<<<<<<< 7408122F1204159UTO<<<<<<<<<<<6 ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        CARD,
        "D23145890",
        "ERIKSSON",
        "ANNA<MARIA",
        "1974-08-12",
    ),
    "icao_card_of_two_lines": of(
        TD2,
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<< D231458907UTO7408122F1204159<<<<<<<6",
        CARD,
        "D23145890",
        "ERIKSSON",
        "ANNA<MARIA",
        "1974-08-12",
    ),
    "icao_visa_a": of(
        MRVA,
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
        VISA,
        "L8988901C",
        "ERIKSSON",
        "ANNA<MARIA",
        "1940-09-07",
    ),
    "icao_visa_b": of(
        MRVB,
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<< L8988901C4XXX4009078F9612109<<<<<<<<",
        VISA,
        "L8988901C",
        "ERIKSSON",
        "ANNA<MARIA",
        "1940-09-07",
    ),
    "icao_card_long_number": of(
        TD1,
        "I<UTOD23145890<7349<<<<<<<<<<< 3407127M9507122UTO<<<<<<<<<<<2 STEVENSON<<PETER<JOHN<<<<<<<<<",
        CARD,
        "D23145890734",
        "STEVENSON",
        "PETER<JOHN",
        "1934-07-12",
    ),
    "icao_card_of_two_lines_long_number": of(
        TD2,
        "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<< D23145890<UTO3407127M95071227349<<<8",
        CARD,
        "D23145890734",
        "STEVENSON",
        "PETER<JOHN",
        "1934-07-12",
    ),
    "france_card": of(
        TD1,
        "IDFRAX4RTBPFW46<<<<<<<<<<<<<<< 9007138F3002119FRA<<<<<<<<<<<6 MARTIN<<MAELYS<GAELLE<MARIE<<<",
        CARD,
        "X4RTBPFW4",
        "MARTIN",
        "MAELYS<GAELLE<MARIE",
        "1990-07-13",
    ),
    "france_old_card_1994": of(
        FRA,
        "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<< 9409923102854CORINNE<<<<<<<6512068F4",
        OLD_CARD,
        "940992310285",
        "BERTHIER",
        "CORINNE",
        "1965-12-06",
    ),
    "france_old_card_1988": of(
        FRA,
        "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<< 8806923102858CORINNE<<<<<<<6512068F6",
        OLD_CARD,
        "880692310285",
        "BERTHIER",
        "CORINNE",
        "1965-12-06",
    ),
    "france_old_card_consulate": of(
        FRA,
        "IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02 1710GVA123451ROBERTA<<<<<<<9112311F2",
        OLD_CARD,
        "1710GVA12345",
        "TEST<NAME",
        "ROBERTA",
        "1991-12-31",
    ),
    "france_old_card_with_office": of(
        FRA,
        "IDFRABERTHIER<<<<<<<<<<<<<<<<<92C001 8806923102858CORINNE<<<<<<<6512068F8",
        OLD_CARD,
        "880692310285",
        "BERTHIER",
        "CORINNE",
        "1965-12-06",
    ),
    "france_licence": of(
        LICENCE, "D1FRA13AA000026181231MARTIN<<9", (N, C), "13AA00002", "MARTIN", "", "None"
    ),
    "belgium_card_long_number": of(
        TD1,
        "IDBEL600001795<0152<<<<<<<<<<< 1301014F2311207BEL130101987398 SPECIMEN<<SPECIMEN<<<<<<<<<<<<",
        CARD,
        "600001795015",
        "SPECIMEN",
        "SPECIMEN",
        "2013-01-01",
    ),
    "portugal_card_long_number": of(
        TD1,
        "I<PRT007666667<ZZ00<<<<<<<<<<< 8303143M3405293PRT<<<<<<<<<<<4 CACADOR<DE<ARAUJO<<ANDRE<ESTEV",
        CARD,
        "007666667ZZ0",
        "CACADOR<DE<ARAUJO",
        "ANDRE<ESTEV",
        "1983-03-14",
    ),
    "finland_card": of(
        TD1,
        "I<FINXA10000585010195<112X<<<< 9501016F2803135FIN<<<<<<<<<<<7 SPECIMEN<TRAVEL<<VILMA<SOFIA<<",
        CARD,
        "XA1000058",
        "SPECIMEN<TRAVEL",
        "VILMA<SOFIA",
        "1995-01-01",
    ),
    "switzerland_card": of(
        TD1,
        "IDCHEA1234567<6<<<<<<<<<<<<<<< 7510256M2009018CHE<<<<<<<<<<<8 SMITH<<JOHN<ALBERT<<<<<<<<<<<<",
        CARD,
        "A1234567",
        "SMITH",
        "JOHN<ALBERT",
        "1975-10-25",
    ),
    "spain_card": of(
        TD1,
        "IDESPBAA000589599999999R<<<<<< 8001014F2501017ESP<<<<<<<<<<<7 ESPANOLA<ESPANOLA<<CARMEN<<<<<",
        CARD,
        "BAA000589",
        "ESPANOLA<ESPANOLA",
        "CARMEN",
        "1980-01-01",
    ),
    "liechtenstein_card": of(
        TD1,
        "IDLIEID98754015<<<<<<<<<<<<<<< 8205122M1906224LIE<<<<<<<<<<<6 OSPELT<BECK<<MARISA<<<<<<<<<<<",
        CARD,
        "ID9875401",
        "OSPELT<BECK",
        "MARISA",
        "1982-05-12",
    ),
    "germany_card": of(
        TD1,
        "IDD<<T220001293<<<<<<<<<<<<<<< 6408125<2010315D<<<<<<<<<<<<<4 MUSTERMANN<<ERIKA<<<<<<<<<<<<<",
        CARD,
        "T22000129",
        "MUSTERMANN",
        "ERIKA",
        "1964-08-12",
    ),
    "germany_passport": of(
        TD3,
        "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<< C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0",
        PASSPORT,
        "C01X0006H",
        "MUSTERMANN",
        "ERIKA",
        "1964-08-12",
    ),
    "netherlands_passport": of(
        TD3,
        "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<< SPECI20142NLD6503101F2403096999999990<<<<<84",
        PASSPORT,
        "SPECI2014",
        "DE<BRUIJN",
        "WILLEKE<LISELOTTE",
        "1965-03-10",
    ),
    "italy_card": of(
        TD1,
        "C<ITACA00000AA4<<<<<<<<<<<<<<< 6412308F2212304ITA<<<<<<<<<<<0 ROSSI<<BIANCA<<<<<<<<<<<<<<<<<",
        CARD,
        "CA00000AA",
        "ROSSI",
        "BIANCA",
        "1964-12-30",
    ),
    "united_kingdom_passport": of(
        TD3,
        "P<GBRUK<SPECIMEN<<ANGELA<ZOE<<<<<<<<<<<<<<<< 9250764733GBR8809117F2007162<<<<<<<<<<<<<<08",
        PASSPORT,
        "925076473",
        "UK<SPECIMEN",
        "ANGELA<ZOE",
        "1988-09-11",
    ),
    "france_visa": of(
        MRVB,
        "VCFRASPECIMEN<<SPECIMEN<<<<<<<<<<<<< F000000005UTO0311063M1401143<M300703",
        VISA,
        "F00000000",
        "SPECIMEN",
        "SPECIMEN",
        "2003-11-06",
    ),
    "made_up_passport": of(
        TD3,
        "P<FRADUPOND<<AMELIE<ZOE<<<<<<<<<<<<<<<<<<<<< 20AA000004FRA0504173F3109214<<<<<<<<<<<<<<<8",
        PASSPORT,
        "20AA00000",
        "DUPOND",
        "AMELIE<ZOE",
        "2005-04-17",
    ),
    "made_up_passport_two_letter_code": of(
        TD3,
        "PPFRADUPOND<<AMELIE<ZOE<<<<<<<<<<<<<<<<<<<<< 20AA000004FRA0504173F3109214<<<<<<<<<<<<<<<8",
        PASSPORT,
        "20AA00000",
        "DUPOND",
        "AMELIE<ZOE",
        "2005-04-17",
    ),
    "made_up_residence_permit": of(
        TD1,
        "IRFRAZZ000000009900000001<<<<< 0402291M2711302MAR<<<<<<<<<<<5 EL<AMRANI<<YOUSSEF<<<<<<<<<<<<",
        CARD,
        "ZZ0000000",
        "EL<AMRANI",
        "YOUSSEF",
        "2004-02-29",
    ),
    "made_up_old_card_minor": of(
        FRA,
        "IDFRALEFEBVRE<D<ORMESSON<<<<<<031104 1709311000019JEAN<LUC<<MARI0603124M0",
        OLD_CARD,
        "170931100001",
        "LEFEBVRE<D<ORMESSON",
        "JEAN<LUC<<MARI",
        "2006-03-12",
    ),
    "made_up_old_card_adult": of(
        FRA,
        "IDFRADE<LA<ROCHEFOUCAULD<DOUDE075999 140575P000027ANNE<<<<<<<<<<9311309F8",
        OLD_CARD,
        "140575P00002",
        "DE<LA<ROCHEFOUCAULD<DOUDE",
        "ANNE",
        "1993-11-30",
    ),
    "made_up_unknown_day": of(
        TD1,
        "IDFRAX0000000A1<<<<<<<<<<<<<<< 03<<<<9<3301018FRA<<<<<<<<<<<4 NGUYEN<<THI<MAI<<<<<<<<<<<<<<<",
        CARD,
        "X0000000A",
        "NGUYEN",
        "THI<MAI",
        "2003-XX-XX",
    ),
}
