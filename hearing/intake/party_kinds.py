"""What sort of party a name belongs to: a guess from its words, for a person to confirm."""

import re
from functools import lru_cache

from hearing.records import PartyKind
from hearing.wording import fold, one_line

_BEHALF = re.compile(r"\(?\s*\b(?:p\.?\s?v\.?\s?a\.?|på vegne)(?:\s+af)?\b.*$", re.IGNORECASE)
_PERSON = re.compile(
    r"[A-ZÆØÅÉ][a-zæøåéüö]+(?:-[A-ZÆØÅ][a-zæøå]+)?(?: [A-ZÆØÅ]\.?)?"
    r"(?: (?:von |van |de |af )?[A-ZÆØÅÉ][a-zæøåéüö-]+){1,3}"
)
_WORDS = (
    (
        PartyKind.COUNCIL,
        r"(?:inddragelses|ældre|handicap|udsatte|sundheds|praksisplan|praksis|patient|bruger|pårørende|regions|"
        r"forretnings|samarbejds|lægelige|videnskabelige|bruger)\w*(?:råd|udvalg)|udsatte\s?råd|\bfællesråd",
    ),
    (
        PartyKind.HOSPITAL,
        r"hospital|sygehus|\bklinik|psykiatri(?:en)?$|hospice|^psykiatrien\b|\bregion\w* psykiatri",
    ),
    (
        PartyKind.PATIENTS,
        r"patient|pårørende|handicap|ældresag|\bsind\b|bedre psykiatri|gigtforening|kræftens|astma|bekæmpelse|"
        r"hjerteforening|diabetes|alzheimer|blinde|døve|sclerose|lungeforening|brugerforening|epilepsi|parkinson|"
        r"brugerorganisation|udsatte|sjældne diagnoser|beboerforening|forbruger|\bomsorg|\bhjemløs|\blap\b",
    ),
    (
        PartyKind.UNION,
        r"lægeforening|fagforening|forbund|\bplo\b|plo-|\bfoa\b|\bdsr\b|sygeplejeråd|overlæge|yngre læger|"
        r"fagbevægelse|fagligt|tandlægeforening|apotekerforening|psykologforening|fysioterapeut|ergoterapeut|"
        r"jordemoder|praktiserende læger|\bhk\b|\b3f\b|socialpædagoger|\bselskab for|\bdansk\w* selskab|"
        r"landsforening|\bkl\b|danske regioner|dansk industri|\bdi\b|arbejdsgiver|medarbejder|lægernes org",
    ),
    (PartyKind.COUNCIL, r"råd(?:et)?\b|udvalg(?:et)?\b|nævn(?:et)?\b|kommission|\bkkr\b|menighedsråd"),
    (PartyKind.MUNICIPALITY, r"kommune(?:r|rne|n)?s?\b|borgmester"),
    (PartyKind.REGION, r"\bregion(?:en|er|s)?\b"),
    (
        PartyKind.STATE,
        r"styrelse|ministeri|departement|statslig|myndighed|politi(?:et)?\b|tilsyn|direktorat|\bstat(?:en)?\b|"
        r"ombudsmand|universitet|institut\b|banedanmark|energinet",
    ),
    (
        PartyKind.COMPANY,
        r"\ba/s\b|\baps\b|\bi/s\b|\bp/s\b|\bk/s\b|\bivs\b|\ba\.?m\.?b\.?a\b|virksomhed|forsyning|apotek|"
        r"\bgroup\b|consult|ejendomme|entreprise|selskabet\b|\bfirma",
    ),
    (PartyKind.CITIZEN, r"\bborger(?:e|en|ne)?\b|privatperson|lodsejer|nabo(?:er)?\b|beboer\b|\bprivat"),
    (PartyKind.UNION, r"foreningen?\b|organisation"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS)


@lru_cache(maxsize=4096)
def guess(name: str) -> PartyKind:
    """The kind that the name's words tell; OTHER where nothing tells.

    Whom a party speaks for counts only where its own name says nothing ("Vestby, pva. Østby og Nordby Kommuner").
    """
    alone = one_line(_BEHALF.sub("", one_line(name)))
    kind = _kind(fold(alone))
    if kind is PartyKind.OTHER and "kommuner" in fold(name).split():
        return PartyKind.MUNICIPALITY
    return PartyKind.CITIZEN if kind is PartyKind.OTHER and _PERSON.fullmatch(alone) else kind


def _kind(folded: str) -> PartyKind:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(folded)), PartyKind.OTHER)
