"""What sort of party a name belongs to: a guess from its words, for a person to confirm."""

import re
from functools import lru_cache

from hearing.enums import PartyKind
from hearing.wording import fold, one_line

_BEHALF = re.compile(r"\(?\s*\b(?:p\.?\s?v\.?\s?a\.?|på vegne)(?:\s+af)?\b.*$", re.IGNORECASE)
_NAME = r"[A-ZÆØÅÉ][a-zæøåéüö]+(?:-[A-ZÆØÅ][a-zæøåéüö]+)?"
_PERSON = re.compile(
    rf"(?:{_NAME} og )?{_NAME}(?: [A-ZÆØÅ]\.?)?(?: (?:von |van |de |af )?{_NAME}){{1,2}}|Familien {_NAME}"
)
_ADDRESS = re.compile(r"\s*[,–(]\s*(?:[A-ZÆØÅ][^,\d]*\d|\d{4}\b).*$")
"""Where somebody lives: a road with a number, or a postcode, and whatever follows."""
_TITLE = (
    r"(?:[a-zæøå]*(?:læge|sygeplejerske|psykolog|terapeut|kiropraktor|jordemoder|farmaceut|apoteker|tandplejer|advokat"
    r"|arkitekt|ingeniør|jurist|lærer|pædagog|rådgiver|præst|provst|journalist|forfatter|kunstner|landmand|gårdejer"
    r"|professor|lektor|adjunkt|forsker|konsulent|studerende|pensionist)|hr\.?|fru|dr\.?|(?:cand|mag)\.? ?\w+\.?"
    r"|ph\.? ?d\.?)"
)
_TITLES = re.compile(
    rf"^(?:(?:privat)?praktiserende |pensioneret |tidligere )?(?:{_TITLE}[ ,]+(?:dr\.? ?\w+\.? )?)+(?=[A-ZÆØÅ])"
    rf"|(?:, (?:(?:privat)?praktiserende |pensioneret |tidligere )?{_TITLE})+$",
    re.IGNORECASE,
)
"""What somebody is, before the name or after it."""
_NO_PERSON = re.compile(
    r"forening|\w*laug(?:et)?\b|(?:ejer|vej|by|vand)lav(?:et)?\b|selskab|klub|skole|gymnasi|akademi|uddannelse"
    r"|råd(?:et|s)?\b|nævn|udvalg|netværk|cent(?:er|re)|museum|museet|bibliotek|kirke|menighed|sogn(?:et)?\b|fond"
    r"|union|samvirke|sammenslutning|fællesskab|organisation|forbund|alliance|bevægelse|initiativ|projekt|forum"
    r"|kreds(?:en)?\b|grupp|team|venner|hus(?:et)?\b|hjem(?:met)?\b|havn|bank|energi|varme|\bvand|trafik|transport|taxi"
    r"|\bbus|bolig|ejendom|byg\b|handel|butik|hotel|\bcaf|restaurant|camping|børne|vuggestue|dagpleje|idræt|sport"
    r"|spejder|festival|teater|kultur|rådgivning|advokat|arkitekt|tegnestue|service|partner|landbrug|fiskeri"
    r"|beredskab|brandvæsen|redning|lægehus|tandlæge|\blæge|terapi|\bfysio|psykolog|praksis|seniorer|\bældre"
    r"|\bunges?\b|^(?:børns|dyrs|mænds|kvinders|(?:for)?ældres|mødres|fædres|patienters|borgeres|verdens)\b|\bdan(?:sk|mark)|nordisk|international|europ|erhverv|industri|turis|natur|miljø|klima|kollegi"
    r"|socialdemokrat|venstre\b|konservativ|enhedsliste|radikale|\bliste|avis|medie|radio|forlag|syns?\b|aktiv"
    r"|\b(?:nord|syd|øst|vest|midt)\b|jylland|sjælland|\bfyn|bornholm|\bby(?:en)?\b|\bbro(?:en)?\b"
    r"|tilbud|provsti|\w{3,}liv\b|\w{2}erne\b"
    r"|^(?!clemens|laurens)\w+(?:[^j]ens|ets|ernes)\b|^(?:den|det|de|en|et|vi|os) "
)
"""Words of names that look like a person's and are not; a wrong guess costs less the other way."""
_PROFESSION = (
    r"(?:læge(?!mid)|sygepleje|jordem|psykolog|terapeut|kiropraktor|tandplejer|bioanalytiker|radiograf|farmaceut"
    r"|farmakonom|apoteker|diætist|social(?:rådgiver|pædagog)|lærer|pædagog|skoleleder|ingeniør|arkitekt|jurist"
    r"|advokat|dommer|journalist|præste|politi(?!k)|redder|portør|maskinmester|bibliotekar|optiker|landinspektør"
    r"|gymnasieskole|konstruktør)"
)
# Alone these are themes; with an association's word they are its members' illness.
_AILMENT = (
    r"\b(?:kræft|cancer|allergi|demens|gigt|stofskifte|muskelsvind|psoriasis|osteoporose|fibromyalgi|autisme|adhd"
    r"|hjerneska|bløder|migræne|smerte|polio|sjældne)"
)
_WORDS = (
    (PartyKind.STATE, r"(?<!be)styrelse|ministeri|departement|direktorat|ombudsmand|patienterstatning"),
    (
        PartyKind.MUNICIPALITY,
        r"^(?!.*(?:råd(?:et)?\b|udvalg|nævn|bestyrelse|foren|forbund|hospi|sygehus|nabo|borger))"
        r"(?:[\w-]+ (?:[\w-]+ )?kommunes?(?:,| [-–] |$)|.*, [\w-]+ kommune$)",
    ),
    (
        PartyKind.COUNCIL,
        r"(?:inddragelses|ældre|handicap|udsatte|sundheds|praksisplan|praksis|patient|bruger|pårørende|regions|"
        r"forretnings|samarbejds|lægelige|videnskabelige)\w*(?:råd|udvalg)|udsatte\s?råd|\bfællesråd|"
        r"^(?:det \w+ )?(?:råd|udvalg|nævn)et\b|\bråd(?:et)? for\b",
    ),
    (
        PartyKind.HOSPITAL,
        r"hospital(?!sk)|sygehus|\bklinik|(?<!bedre )psykiatri(?:en)?$|hospice|^psykiatrien\b|"
        r"\bregion\w* psykiatri",
    ),
    (
        PartyKind.UNION,
        rf"{_PROFESSION}[\w-]* ?\w*(?:foren|forbund|fællesskab|samfund|organisation|kreds|råd(?:et)?\b)|"
        rf"foren\w+ (?:af|for) [\w ]*(?:{_PROFESSION}|chefer|ledere)|\bdanske \w*{_PROFESSION}|"
        r"\bdansk\w* (?:\w+ )?selskab\b",
    ),
    (
        PartyKind.PATIENTS,
        r"patient|pårørende|handicap|ældre ?sag|\bsind\b|bedre psykiatri|kræftens|astma|bekæmpelse|diabetes|"
        r"alzheimer|\bblinde|døve|sclerose|brugerforening|epilepsi|parkinson|brugerorganisation|udsatte|"
        rf"forbruger|\bhjemløs|\blap\b|forening.*{_AILMENT}|{_AILMENT}[\w ]*foren|"
        r"\b(?:hjerte|lunge|nyre|lever|ryg|høre|stomi)(?:foren|sag)",
    ),
    (
        PartyKind.ASSOCIATION,
        r"(?:idræt|sport|gymnastik|cyklist|spejder|jæger|fisker|kennel|bold|svømme|skytte|natur|ride)\w* ?forbund|"
        r"friluftsråd|lejernes lo",
    ),
    (
        PartyKind.UNION,
        r"fagforening|faglige? org|faglig\w* fælles|forbund|\bplo\b|\bfoa\b|\bdsr\b|\bbupl\b|\bdjøf\b|"
        r"\bdlf\b|dansk metal|akademikerne|overlæge|yngre læger|speciallægerne|fagbevægelse|fagligt|"
        r"fysioterapeut|ergoterapeut|jordemoder|praktiserende læger|\bhk\b|\b3f\b|"
        r"kommunernes landsforening|\bkl\b|danske regioner|dansk industri|dansk erhverv|\bdi\b|"
        r"branche\w*forening|arbejdsgiver|medarbejder",
    ),
    (PartyKind.MUNICIPALITY, r"\bbyråd|kommunalbestyrelse|borgmester|forvaltningen\b"),
    (PartyKind.COUNCIL, r"råd(?:et)?\b|udvalg(?:et)?\b|nævn(?:et)?\b|kommission|\bkkr\b"),
    (PartyKind.ASSOCIATION, r"forening(?:en)?\b|\bforenede\b|laug(?:et)?\b"),
    (PartyKind.MUNICIPALITY, r"kommune(?:r|rne|n)?s?\b"),
    (PartyKind.REGION, r"\bregion(?:en|er|s)?\b"),
    (
        PartyKind.STATE,
        r"statslig|myndighed|politi(?:et)?\b|tilsyn|\bstat(?:en)?\b|universitet|institut\b|banedanmark|energinet|"
        r"provsti|\bstift\b",
    ),
    (
        PartyKind.COMPANY,
        r"\ba/s\b|\baps\b|\bi/s\b|\bp/s\b|\bk/s\b|\bivs\b|\ba\.?m\.?b\.?a\b|virksomhed|forsyning|apotek|"
        r"\bgroup\b|consult|ejendomme|entreprise|\bfirma|\w \w*(?:vand|varme)værk\b|"
        r"^(?:midt|nord|syd|vest|øst)\w*trafik\b|"
        r"(?:trafik|bus|affalds|renovations|vand|varme|energi|bolig|aktie|havne)\w*selskab",
    ),
    (
        PartyKind.ASSOCIATION,
        r"(?:ejer|vej|by)lav(?:et)?\b|klub(?:ben)?\b|selskab|samvirke|sammenslutning|\bvenner\b|"
        r"korps|^børns vilkår\b|^red barnet\b|\brøde kors\b|^mødrehjælpen\b|korshær(?:en)?\b|^frelsens hær\b|"
        r"^dyrenes beskyttelse\b|^læger uden grænser\b|\wspejder|(?<!bolig)\worganisation",
    ),
    (
        PartyKind.CITIZEN,
        r"\bborger(?:e|en|ne)?\b|privatperson|enkeltperson|lodsejer(?:e|ne)?\b|nabo(?:er|erne)?\b|"
        r"beboer(?:e|ne)?\b|\bprivate? person|^private?$",
    ),
    (PartyKind.COUNCIL, r"bestyrelse"),
)
"""The words that tell a kind; the first that fits counts, so that "Lægeforeningen" is no mere "forening"."""
_OF_CITIZENS = re.compile(r"netværk|grupp")
_SEVERAL = re.compile(r"\s+(?:og|samt|&)\s+|\s*[,/]\s*")
_CITIZENS = re.compile(r"\b(?:borger(?:e|ne)?|privatpersoner|enkeltpersoner|naboer|lodsejere|beboere)\b")
_ASSOCIATIONS = re.compile(r"(?:lokale |frivillige |andre |øvrige )?foreninger(?:ne)?")
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDS)


@lru_cache(maxsize=4096)
def guess(name: str) -> PartyKind:
    """The kind that the name's words tell; OTHER where nothing tells.

    Whom a party speaks for counts only where its own name says nothing ("Vestby, pva. Østby og Nordby Kommuner").
    """
    alone = one_line(_ADDRESS.sub("", one_line(_BEHALF.sub("", one_line(name)))))
    untitled = _TITLES.sub("", alone)
    if untitled != alone and _is_person(untitled):
        return PartyKind.CITIZEN
    kind = _kind(fold(alone))
    if kind is PartyKind.CITIZEN and _OF_CITIZENS.search(fold(alone)):
        return PartyKind.OTHER
    if kind is PartyKind.OTHER and "kommuner" in fold(name).split():
        return PartyKind.MUNICIPALITY
    return PartyKind.CITIZEN if kind is PartyKind.OTHER and _is_person(alone) else kind


def of_heading(text: str) -> PartyKind | None:
    """The kind that a heading of a list states for the names below it; None for no kind, or for more than one."""
    parts = [part for part in _SEVERAL.split(one_line(text)) if part]
    kinds = {_of_group(part) for part in parts}
    return kinds.pop() if len(kinds) == 1 and PartyKind.OTHER not in kinds else None


def _of_group(text: str) -> PartyKind:
    if _CITIZENS.search(fold(text)):
        return PartyKind.CITIZEN
    return PartyKind.ASSOCIATION if _ASSOCIATIONS.fullmatch(fold(text)) else guess(text)


def _is_person(name: str) -> bool:
    """Two or three words as people are called, none of which is an organisation's."""
    return bool(_PERSON.fullmatch(name)) and not _NO_PERSON.search(fold(name))


def _kind(folded: str) -> PartyKind:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(folded)), PartyKind.OTHER)
