"""The hearing that the tests know: small, named, with one of everything. Invented from end to end."""

from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row

TITLE = "Sundhedsplan for Åbenlund"
IMPLEMENT = "Inddrages i implementeringsarbejdet"
NO_CHANGE = "Giver ikke anledning til ændringer i sundhedsplanen"
CHANGE = "Giver anledning til følgende ændring/tilføjelse i sundhedsplanen"

_ACCESS = "Adgang og åbningstid"
_QUALITY = "Kvalitet i forløbene"

ROWS = (
    Row(
        party="Søndervang Kommune",
        theme=_ACCESS,
        label="a",
        summary="Søndervang ønsker længere åbningstid i lægehusene om torsdagen.",
        decision=IMPLEMENT,
        meaning=Meaning.IMPLEMENT,
        comment="Ønsket drøftes med lægehusene i foråret.",
        excerpt="Vi ser gerne, at lægehusene holder længere åbent, fx om torsdagen.",
        page="1",
    ),
    Row(
        party="Søndervang Kommune",
        theme=_QUALITY,
        label="b",
        summary="Søndervang savner et fælles mål for opfølgning efter udskrivelse.",
        decision=CHANGE,
        meaning=Meaning.CHANGE,
        comment="Tilføjes i afsnit 2: Alle borgere kontaktes inden for tre dage.",
        marks=((21, 63),),
        excerpt="Der mangler efter vores opfattelse et mål for opfølgningen efter udskrivelse.",
        page="2",
    ),
    Row(
        party="Patientrådet (PR)",
        party_short="PR",
        theme=_ACCESS,
        label="a",
        summary="Rådet foreslår, at ventetiden i telefonen måles og offentliggøres.",
        decision=NO_CHANGE,
        meaning=Meaning.NO_CHANGE,
        comment="Målingen findes allerede.",
        excerpt="Ventetiden i telefonen bør måles, og tallene bør være offentlige.",
        page="3",
    ),
    Row(
        party="Ældresagens lokalråd",
        theme=_ACCESS,
        label="a",
        summary="Samme kommentar som PR",
        decision="Samme håndtering som ved PR",
        echo_of=2,
    ),
    Row(party="Ærøholm Hospital", silent=True),
    Row(
        party="Bente Holm",
        theme="",
        label="",
        summary="Foreslår en bænk ved indgangen til lægehuset; bor selv på kommunal- bestyrelsens nabogrund.",
        decision="",
        excerpt="Sæt dog en bænk ved døren.",
    ),
)

READING = Reading(rows=ROWS, facts={"plan_term": "sundhedsplanen", "case_number": "24/0117"})
