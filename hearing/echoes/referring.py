"""The words by which a Danish text refers to another: patterns over folded text, built from lists of words."""

import re


def _any(words: str) -> str:
    """One of some words; a plus stands for a blank inside a phrase."""
    return "(?:" + "|".join(word.replace("+", " ") for word in words.split()) + ")"


_REMARKS = _any(
    r"\w*høringssvar\w* \w*svar(?:et|ene|ets)? besvarelse\w* \w*bemærkning\w* \w*kommentar\w* synspunkt\w* "
    r"\w*forslag\w* ønske\w* krav\w* holdning\w* vurdering\w* opfordring\w* anbefaling\w* indstilling\w* "
    r"pointe\w* bekymring\w* opfattelse\w* betragtning\w* argument\w* indsigelse\w* kritik\w* håndtering\w* "
    r"indspil\w* input\w* punkt(?:et|er|erne)? pkt\.? udtalelse\w* brev\w*"
)
REMARK = rf"{_REMARKS}(?!\w)"
"""What a party has said, by any word for it."""

_SMALL = _any(
    "det de den dem der som fra af i til ved med under om hos også fuldt ud helt ganske op hvad både at alle "
    "samtlige samme her blandt andet fremsatte fremførte anførte afgivne indsendte og os sig mig generelt "
    "øvrigt desuden endvidere derudover ligeledes fuldstændig følgende kommunens rådets foreningens derfor hermed "
    "dermed varmt fulde hele særligt især klart stærkt bag henholdsvis er har rejst fremført fremsat"
)
_LETTER = r"(?!a[dflnt]\b)(?:a?[a-zæøå]|\d{1,3}[a-z]?)\)?(?!\w)"
_GIVEN = rf"(?: {_LETTER}(?:(?:, ?| og | samt | ?[-–] ?){_LETTER})*(?= (?:i|fra|af|hos|ved)\b))"
BETWEEN = re.compile(rf"(?:[\s,:(–-]|bl\.a\.|hhv\.|\b(?:{_SMALL}(?!\w)|{REMARK}{_GIVEN}?))*")
"""What may stand between "tilslutter os" and the name: words, and the letters of "bemærkning b og c fra"."""

_POINTED = r"henvis(?:e|er|es)(?: (?:i øvrigt|desuden|endvidere|særligt))? til"
POINTS = rf"\b(?:se|jf\.?|jfr\.?|jævnfør|(?:(?:der|vi) )?{_POINTED})"
_LIKE = _any("identisk+med enslydende+med ens+med svarer+til gentager? gentagelser?+af håndteres+som besvares+som")
SAME = re.compile(
    rf"\b(?:samme|tilsvarende) (?:{_REMARKS}(?: (?:og|samt) {_REMARKS})? )?(?:som|ved|til|fra|under)\b"
    rf"|\bsamme {_REMARKS}(?: (?:er|som))? (?:rejst|fremført|fremsat|anført|nævnt) (?:af|hos)\b"
    rf"|\b{_LIKE}\b"
    rf"|{POINTS}(?! (?:dog )?også)(?!\w)"
)
JOINS = re.compile(
    r"\btilslut(?:ter|te|tede)(?: (?:sig|os|mig))?\b|\bbakke(?:r|de)?(?: \w+){0,3}? op\b|\bopbakning til\b"
    r"|\bstøtter\b|\bstøtte\b(?! (?:til|fra|af)\b)|\btiltræder?\b"
    r"|\benige?(?: (?:med|i))\b|\bdeler\b|\bi lighed med\b|\bligesom\b|\bpå linje med\b"
    r"|\bgør\b(?=.{1,80} til (?:vores|sine|sit|sin|deres)\b)|\bhenhold(?:er|e)(?: (?:sig|os|mig))? til\b"
)
SEE_ALSO = re.compile(rf"{POINTS} (?:dog )?også\b|\bhenvises også\b")
ONLY_POINTS = re.compile(POINTS.removeprefix(r"\b"))
ANSWER = re.compile(_any("høringssvar svar kommentar bemærkning håndtering besvarelse punkt pkt"))
"""What one can be pointed at: a row, and not whatever a party has written elsewhere."""
LIKEWISE = re.compile(r"(?:i lighed med|på linje med|ligesom)\b(?! i\b)")
NOT = re.compile(r"\b(?:ikke|hverken|næppe)(?: \w+){0,2} $")
"""What stands before "enige med" where somebody is not."""

_SAID = _any("nævnt anført beskrevet omtalt bemærket påpeget skrevet fremhævet berørt")
AS = re.compile(r"\b(?:som|ligesom) (?:også )?")
AS_SAID_BY = re.compile(rf"\bsom (?:også )?{_SAID} (?:også )?(?:af|hos) ")
SAYS = re.compile(
    r" (?:(?:også|allerede|selv|rigtigt|ligeledes|har) )*"
    + _any(
        f"{_SAID} skriver anfører nævner påpeger foreslår foreslået bemærker fremhæver peger+på peget+på ønsker "
        "efterlyser opfordrer+til gør+opmærksom+på gør+sig giver+udtryk understreger mener anbefaler"
    )
    + r"\b"
)
"""What makes "som Vestby ..." a reference: that Vestby says something."""

_UP = (
    rf"(?:vores|vort) (?:(?:egen|eget|egne) )?(?:{_REMARKS} (?:lige |her )?(?:ovenfor|oven for)"
    rf"|(?:ovenstående|foregående|forrige) {_REMARKS})"
)
_BEFORE = _any("ovenfor tidligere oven+for indledningsvis")
EARLIER = re.compile(
    r"\b(?:som|jf\.?|jfr\.?|jævnfør)(?: (?:også|allerede|vi|er|har|det))* "
    rf"(?:(?:{_BEFORE}|allerede) (?:er )?{_SAID}|{_SAID} (?:{_BEFORE}|under|i (?:vores|bemærkning|punkt|pkt))"
    r"|ovenfor|ovenstående|vores tidligere \w+)(?!\w)"
    rf"|{POINTS} (?:også )?{_UP}(?!\w)"
)
UP = re.compile(_UP)
"""Where a party points to a row of its own, and does not just say that it is on the subject again."""
IN_SOMETHING_ELSE = re.compile(r" i (?!(?:vores|vort|dette|indledningen|høringssvaret|svaret|brevet)\b)")
"""The plan says it, not the party: "som tidligere nævnt i planen"."""
OWN = re.compile(rf"\b(?:se|jf\.?|jfr\.?|jævnfør|under|{_POINTED}|{_SAID} i)(?: (?:også|vores))* (?={REMARK})")
WHOSE = re.compile(r" ?(?:(?:fra|af|hos|i|ved|til) )?(?:\w*svar\w* (?:fra|af) )?")
"""What stands between letters and the name of the party that they are of."""
ABOVE = re.compile(rf"\bsamme (?:{_REMARKS} )?som (?:ovenfor|ovenstående)\b|\bse (?:{_REMARKS} )?ovenfor\b")

LETTERS = re.compile(rf"(?:[\s,.:;()–-]*\b(?:{REMARK}|(?:nr|litra|og|samt)\b|{_LETTER}))*\)?")
"""What may stand behind a name and hold its letters."""
PASSIVE = re.compile(
    r"\b(?:støttes|tiltrædes|bakkes op|deles)(?: af os| fuldt ud| helt)*(?= ?[.,;]|$)"
    r"|\bkan \w+ (?:\w+ ){0,2}?(?:støtte|tiltræde|tilslutte (?:os|mig|sig)|bakke op om)(?= ?[.,;]|$)"
)
"""What stands behind the remarks of a party that somebody joins: "Vestbys høringssvar støttes"."""
REMARK_AFTER = re.compile(rf" (?:\w+ ){{0,2}}?{REMARK}")
REMARK_BEFORE = re.compile(rf"{_REMARKS}(?:,? (?:til|fra|af|ved|som|under|i))* ?$")
_IN_THIS = _any(
    "dette det sit sin deres forslaget ønsket synspunktet kravet holdningen opfordringen at+der behovet"
)
ENDS = re.compile(
    r"\s*(?:[.,;:)]|$|i,|(?:om|vedrørende|vedr|angående|mht|når|hvad|her)\b"
    rf"|i {_IN_THIS}\b)"
)
"""What follows a name where the party itself is joined, and not what it does."""
AND = re.compile(r"(?:,| og| samt)+ ?$")
FURTHER = re.compile(r"(?:, | og | samt )?(?:af |fra |til |ved )?")

SENTENCE = re.compile(
    r"(?<!pkt\.)(?<!jfr\.)(?<!jvf\.)(?<!vedr\.)(?<!kap\.)(?<!afs\.)(?<!evt\.)(?<!hhv\.)(?<=[^\W\d_]{3}[.!?])\s+"
    r"|(?<=[)”\"»][.!?])\s+|;\s*"
)
