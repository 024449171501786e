"""The closed lists of values, each with the Danish word that screens and documents show for it."""

from enum import StrEnum


class Labelled(StrEnum):
    """An enum whose members carry the Danish word that screens and documents show."""

    label: str

    def __new__(cls, value: str, label: str):
        """Make the member a string that also knows its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Meaning(Labelled):
    """What a decision phrase means, whatever its wording in this hearing."""

    IMPLEMENT = "implement", "Til implementering"
    NO_CHANGE = "no_change", "Ingen ændring"
    CHANGE = "change", "Ændring i planen"
    PARTLY_MET = "partly_met", "Delvist imødekommet"
    OUT_OF_SCOPE = "out_of_scope", "Uden for rammerne"


class Status(Labelled):
    """How far the secretariat is with a point. The value is the Danish word, in the JSON too."""

    NEW = "ny", "Ny"
    STARTED = "i gang", "I gang"
    FOR_APPROVAL = "til godkendelse", "Til godkendelse"
    DONE = "færdig", "Færdig"


class PartyKind(Labelled):
    """What sort of party answered. Guessed from the name until a person confirms it."""

    STATE = "state", "Statslig myndighed"
    REGION = "region", "Region"
    MUNICIPALITY = "municipality", "Kommune"
    HOSPITAL = "hospital", "Hospital"
    UNION = "union", "Faglig organisation"
    PATIENTS = "patients", "Patient- eller brugerorganisation"
    ASSOCIATION = "association", "Forening"
    COUNCIL = "council", "Råd eller udvalg"
    COMPANY = "company", "Virksomhed eller trafikselskab"
    CITIZEN = "citizen", "Privat borger"
    OTHER = "other", "Anden part"


class HearingKind(Labelled):
    """What sort of document is in hearing."""

    PLAN = "plan", "Plan"
    POLICY = "policy", "Politik eller strategi"
    AGREEMENT = "agreement", "Aftale"
    REGULATION = "regulation", "Bekendtgørelse eller vejledning"
    BILL = "bill", "Lovforslag"
    OTHER = "other", "Andet"


class Printing(Labelled):
    """How a point that repeats another is printed."""

    HEARING = "hearing", "Som i resten af høringen"
    AS_READ = "as_read", "Som indlæst"
    REFERENCE = "reference", "Med henvisning"
    FULL = "full", "I fuld tekst"


class Echoing(Labelled):
    """What a row has to do with others that say the same."""

    REPEATED = "repeated", "Er gentaget"
    REPEATS = "repeats", "Gentager"
    DEVIATES = "deviates", "Gentager, men afviger"


class VerdictKind(Labelled):
    """What a person has said of two points that the program finds alike, without linking them."""

    REJECTED = "rejected", "Ikke det samme"
    REFERENCE = "reference", "Se også"
    COPIED = "copied", "Håndteringen er kopieret"
    APART = "apart", "Taget ud af gruppen"


class Remaining(Labelled):
    """What becomes of the points that repeat one which is removed."""

    FIRST = "first", "Den første af dem træder i stedet, og de andre gentager den"
    ALONE = "alone", "De står hver for sig med den håndtering og kommentar, de har nu"


class Verb(Labelled):
    """What an event says was done. The value is the noun and the verb."""

    HEARING_CREATE = "hearing.create", "Høring oprettet"
    HEARING_CHANGE = "hearing.change", "Høringens oplysninger rettet"
    HEARING_IMPORT = "hearing.import", "Håndteringstabel indlæst"
    DRAFT_ADD = "draft.add", "Planens tekst lagt ind"
    DRAFT_CHANGE = "draft.change", "Planens tekst udskiftet"
    DRAFT_REMOVE = "draft.remove", "Planens tekst fjernet"
    ACCOUNT_CONFIRM = "account.confirm", "Rapport fra indlæsningen set igennem"
    HEARING_DEMONSTRATION = "hearing.demonstration", "Demonstration indlæst"
    HEARING_REMOVE = "hearing.remove", "Høring slettet"
    UPLOAD_ADD = "upload.add", "Fil lagt til gennemsyn"
    UPLOAD_CHANGE = "upload.change", "Fil læst igen"
    UPLOAD_REMOVE = "upload.remove", "Fil til gennemsyn slettet"
    PARTY_ADD = "party.add", "Høringspart tilføjet"
    PARTY_CHANGE = "party.change", "Høringspart rettet"
    PARTY_CONFIRM = "party.confirm", "Høringsparternes art bekræftet"
    PARTY_ORDER = "party.order", "Høringsparternes rækkefølge ændret"
    PARTY_REMOVE = "party.remove", "Høringspart slettet"
    RESPONSE_ADD = "response.add", "Høringssvar registreret"
    RESPONSE_CHANGE = "response.change", "Høringssvar rettet"
    RESPONSE_REMOVE = "response.remove", "Høringssvar slettet"
    THEME_ADD = "theme.add", "Tema tilføjet"
    THEME_CHANGE = "theme.change", "Tema rettet"
    THEME_MERGE = "theme.merge", "Temaer lagt sammen"
    THEME_SPLIT = "theme.split", "Tema skilt ud igen"
    THEME_ORDER = "theme.order", "Temaernes rækkefølge ændret"
    THEME_REMOVE = "theme.remove", "Tema slettet"
    DECISION_ADD = "decision.add", "Håndtering tilføjet"
    DECISION_CHANGE = "decision.change", "Håndtering rettet"
    DECISION_MERGE = "decision.merge", "Håndteringer lagt sammen"
    DECISION_ORDER = "decision.order", "Håndteringernes rækkefølge ændret"
    DECISION_REMOVE = "decision.remove", "Håndtering slettet"
    POINT_ADD = "point.add", "Bemærkning tilføjet"
    POINT_CHANGE = "point.change", "Bemærkning rettet"
    POINT_SPLIT = "point.split", "Bemærkning delt"
    POINT_MERGE = "point.merge", "Bemærkninger lagt sammen"
    POINT_MOVE = "point.move", "Bemærkning flyttet"
    POINT_RELABEL = "point.relabel", "Bogstaver ændret"
    POINT_REMOVE = "point.remove", "Bemærkning slettet"
    ECHO_CONFIRM = "echo.confirm", "Samme håndtering"
    ECHO_COPY = "echo.copy", "Håndtering kopieret"
    ECHO_DEVIATE = "echo.deviate", "Afvigelse begrundet"
    ECHO_FOLLOW = "echo.follow", "Afvigelse ophævet"
    ECHO_LEAVE = "echo.leave", "Gentagelse ophævet"
    ECHO_SOURCE = "echo.source", "Anden bemærkning gjort til den oprindelige"
    ECHO_PRINT = "echo.print", "Gentagelsens trykning ændret"
    VERDICT_REJECT = "verdict.reject", "Ikke det samme"
    VERDICT_KEEP = "verdict.keep", "Beholdt som »Se også«"
    VERDICT_RECONSIDER = "verdict.reconsider", "Lagt frem til vurdering igen"
    EARLIER_COPY = "earlier.copy", "Håndtering hentet fra tidligere høring"
    UNDO = "undo", "Fortrudt"
