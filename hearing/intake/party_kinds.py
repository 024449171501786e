"""What sort of party a name belongs to: a guess from its words, for a person to confirm."""

import re
from functools import lru_cache

from hearing.enums import PartyKind
from hearing.wording import fold, one_line

_BEHALF = re.compile(r"\(?\s*\b(?:p\.?\s?v\.?\s?a\.?|på vegne)(?:\s+af)?\b.*$", re.IGNORECASE)
_PERSON = re.compile(
    r"[A-ZÆØÅÉ][a-zæøåéüö]+(?:-[A-ZÆØÅ][a-zæøå]+)?(?: [A-ZÆØÅ]\.?)?"
    r"(?: (?:von |van |de |af )?[A-ZÆØÅÉ][a-zæøåéüö-]+){1,2}"
)
_NO_PERSON = re.compile(
    r"forening|\w*laug(?:et)?\b|(?:ejer|vej|by|vand)lav(?:et)?\b|selskab|klub|skole|gymnasi|akademi|uddannelse"
    r"|råd(?:et|s)?\b|nævn|udvalg|netværk|cent(?:er|re)|museum|museet|bibliotek|kirke|menighed|sogn(?:et)?\b|fond"
    r"|union|samvirke|sammenslutning|fællesskab|organisation|forbund|alliance|bevægelse|initiativ|projekt|forum"
    r"|kreds(?:en)?\b|grupp|team|venner|hus(?:et)?\b|hjem(?:met)?\b|havn|bank|energi|varme|\bvand|trafik|transport|taxi"
    r"|\bbus|bolig|ejendom|byg\b|handel|butik|hotel|\bcaf|restaurant|camping|børne|vuggestue|dagpleje|idræt|sport"
    r"|spejder|festival|teater|kultur|rådgivning|advokat|arkitekt|tegnestue|service|partner|landbrug|fiskeri"
    r"|beredskab|brandvæsen|redning|lægehus|tandlæge|\blæge|terapi|\bfysio|psykolog|praksis|seniorer|\bældre"
    r"|\bunge?\b|\bdan(?:sk|mark)|nordisk|international|europ|erhverv|industri|turis|natur|miljø|klima|kollegi"
    r"|socialdemokrat|venstre\b|konservativ|enhedsliste|radikale|\bliste|avis|medie|radio|forlag|syns?\b|aktiv"
    r"|\b(?:nord|syd|øst|vest|midt)\b|jylland|sjælland|\bfyn|bornholm|\bby(?:en)?\b|\bbro(?:en)?\b"
    r"|\w{2}erne\b|^(?!clemens|laurens)\w+(?:[^j]ens|ets|ernes)\b|^(?:den|det|de|en|et|vi|os) "
)
"""Words of names that look like a person's and are not; a wrong guess costs less the other way."""
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
        r"lægeforening|fagforening|faglige? org|forbund|\bplo\b|plo-|\bfoa\b|\bdsr\b|sygeplejeråd|overlæge|"
        r"yngre læger|fagbevægelse|fagligt|tandlægeforening|apotekerforening|psykologforening|fysioterapeut|"
        r"ergoterapeut|jordemoder|praktiserende læger|\bhk\b|\b3f\b|socialpædagoger|\bselskab for|"
        r"\bdansk\w* selskab|landsforening|\bkl\b|danske regioner|dansk industri|\bdi\b|arbejdsgiver|medarbejder|"
        r"lægernes org",
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
    (
        PartyKind.CITIZEN,
        r"\bborger(?:e|en|ne)?\b|privatperson|enkeltperson|lodsejer|nabo(?:er)?\b|beboer\b"
        r"|\bprivate? person|^private?$",
    ),
    (PartyKind.UNION, r"forening(?:en)?\b|laug(?:et)?\b|organisation"),
)
_OF_CITIZENS = re.compile(r"forening|laug\b|lauget\b|lav(?:et)?\b|selskab|klub|netværk|grupp|råd(?:et)?\b")
_SEVERAL = re.compile(r"\s+(?:og|samt|&)\s+|\s*[,/]\s*")
_CITIZENS = re.compile(r"\b(?:borger(?:e|ne)?|privatpersoner|enkeltpersoner|naboer|lodsejere|beboere)\b")
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS)


@lru_cache(maxsize=4096)
def guess(name: str) -> PartyKind:
    """The kind that the name's words tell; OTHER where nothing tells.

    Whom a party speaks for counts only where its own name says nothing ("Vestby, pva. Østby og Nordby Kommuner").
    """
    alone = one_line(_BEHALF.sub("", one_line(name)))
    kind = _kind(fold(alone))
    if kind is PartyKind.CITIZEN and _OF_CITIZENS.search(fold(alone)):
        return PartyKind.OTHER
    if kind is PartyKind.OTHER and "kommuner" in fold(name).split():
        return PartyKind.MUNICIPALITY
    return PartyKind.CITIZEN if kind is PartyKind.OTHER and _is_person(alone) else kind


def of_heading(text: str) -> PartyKind | None:
    """The kind that a heading of a list states for the names below it; None for no kind, or for more than one."""
    parts = [part for part in _SEVERAL.split(one_line(text)) if part]
    kinds = {PartyKind.CITIZEN if _CITIZENS.search(fold(part)) else guess(part) for part in parts}
    return kinds.pop() if len(kinds) == 1 and PartyKind.OTHER not in kinds else None


def _is_person(name: str) -> bool:
    """Two or three words as people are called, none of which is an organisation's."""
    return bool(_PERSON.fullmatch(name)) and not _NO_PERSON.search(fold(name))


def _kind(folded: str) -> PartyKind:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(folded)), PartyKind.OTHER)
