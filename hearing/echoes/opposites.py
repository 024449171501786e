"""Words of which a text means something else when one takes the place of the other.

Stems, so that "øgede" and "mindskes" are found as well; of fewer than four letters only as they stand, unless a
hyphen says otherwise ("ud" is not in "uden"). What stands before the stroke is set against what stands behind it,
and in a series everything against everything else. Who is to do something is no word of this list: a region and a
municipality are two actors, not an opposition.
"""

_PAIRS = """
øg- forøg forhøj hæv- stig stigning | mindsk formindsk reducer sænk nedsæt fald faldt
flere flest | færre færrest
mere mest | mindre mindst
mange | få færre
meget | lidt
mangl | findes
styrk | svæk
udvid | indskrænk begræns indsnævr
udbyg opbyg | afvikl nedbryd
opret etabler | nedlæg luk- nedriv fjern
opfør anlæg- anlægge | nedriv nedlæg
åbn- åben åbent | luk-
indfør | afskaf ophæv
bevar behold opretthold fasthold fortsæt fortsat | afskaf ophæv nedlæg opgiv ophør afvikl fjern slet udgå-
tilføj indskriv indsæt | fjern slet udelad
medtag inddrag inkluder omfat | udelad udeluk undtag
oprust | nedrust
opprioriter prioriter | nedprioriter
centraliser central | decentraliser decentral
saml | spred opdel adskil
sammenlæg | opsplit opdel
støt bak- tilslut | modsæt afvis
anbefal tilråd | fraråd
bifald | beklag
godkend accepter | afvis underkend
tillad tilladt | forbyd forbud
enig | uenig
imødekom | afvis
tilfreds | utilfreds
fremm fremskynd | hæmm hindr forsink udskyd udsæt
let lettere | besværlig vanskelig
let lette lettere | svær
enkel enkl | kompliceret komplicer
forenkl | komplicer
forbedr bedre bedst | forværr forring dårligere dårlig ringere
god- | dårlig ringe
positiv | negativ
fordel | ulempe
styrke | svaghed
gevinst | tab-
mulighed | umulighed
mulig | umulig
lovlig | ulovlig
tydelig klar | utydelig uklar
tilstrækkelig | utilstrækkelig
hensigtsmæssig | uhensigtsmæssig
nødvendig | unødvendig overflødig
relevant | irrelevant
afhængig | uafhængig
formel | uformel
direkte | indirekte
kort | lang læng
tæt- nær nærmere | fjern langt
høj- | lav lavt lave lavere lavest
stor stort store større størst | lille små mindre mindst
bred | smal smaller
hurtig | langsom
tidlig | sen sent sene senere senest
straks omgående | senere
før forud forinden inden | efter
begynd start indled påbegynd | slut afslut ophør stop
begyndelse | afslutning ende
først | sidst
altid | aldrig
ofte | sjælden sjældent
alle samtlige | ingen
alt | intet
både | hverken
begge | ingen
nogen nogle | ingen
hele hel | dele delvis delvist
fuldt fuld helt | delvist delvis
mindst minimum minimal | højst maksimum maksimal
minimum | maksimum
over | under
ovenfor | nedenfor
op | ned
ind | ud
inde | ude
indenfor | udenfor
internt intern | eksternt ekstern
med | uden
for | imod mod
fordi | selvom trods
frivillig | obligatorisk tvungen
valgfri | obligatorisk
pligt | ret
skal skulle bør burde | kan kunne
bindende | vejledende
permanent varig fast | midlertidig foreløbig
konkret | abstrakt generel
generel | specifik specifikt
fælles | særskilt separat
ens samme ensartet | forskellig differentier
lige ligelig | ulige
lighed | ulighed
offentlig | privat
primær | sekundær
fysisk | digital virtuel
skriftlig | mundtlig
telefonisk | fysisk
aktiv | passiv
gratis | betalt egenbetaling
billig | dyr dyrt dyre dyrere
indtægt | udgift
overskud | underskud
besparelse spar | merudgift investering invester
tilskud | afgift
tilfør tildel | fratag
ansæt | afskedig
rekrutter | afskedig
indlæg | udskriv
køb- | sælg salg
egn egnet | uegnet
kendt | ukendt
sikker sikre sikkert | usikker usikre
tryg | utryg
rask | syg-
ung- yngre | gammel ældre
børn | voksne
mænd | kvinde
dag- dagtimer | nat- nattetimer
hverdag | weekend helligdag
by byer byerne | land landdistrikt
nord nordlig | syd sydlig
øst østlig | vest vestlig
venstre | højre
forside | bagside
opad | nedad
vækst | tilbagegang nedgang
fremgang | tilbagegang
fleksibel | fastlåst ufleksibel
detaljeret | overordnet
præcis | upræcis
forpligt | fritag
stram- skærp | lemp slæk
forlæng | forkort afkort
fremryk | udskyd udsæt
bebyg | friholde friholdes
plant | fæld
tilhænger | modstander
flertal | mindretal
ansvarlig | uansvarlig
tilgængelig | utilgængelig
rimelig | urimelig
realistisk | urealistisk
kvalitet | kvantitet
"""
_SERIES = """
sekund | minut | time | dag- døgn | uge- | måned | kvartal | år-
januar | februar | marts | april | maj | juni | juli | august | september | oktober | november | december
mandag | tirsdag | onsdag | torsdag | fredag | lørdag | søndag
kr- krone | mio- million | mia- milliard
% procent | promille | procentpoint
meter | km kilometer
daglig | ugentlig | månedlig | kvartalsvis | halvårlig | årlig
"""
_ENDINGS = (
    *(
        "",
        "e",
        "r",
        "t",
        "s",
        "n",
        "er",
        "es",
        "et",
        "en",
        "ne",
        "te",
        "de",
        "ede",
        "ende",
        "ere",
        "est",
        "este",
        "st",
        "ste",
    ),
    *(
        "erne",
        "ene",
        "ens",
        "ets",
        "ers",
        "ning",
        "ningen",
        "ninger",
        "else",
        "elsen",
        "elser",
        "ing",
        "ingen",
        "inger",
    ),
    *("ering", "eringen", "eret", "erede", "erer", "eres", "t", "tet", "tes", "ter", "heden", "hed", "heder"),
)
_LONGEST = max(map(len, _ENDINGS))
_KNOWN = frozenset(_ENDINGS)


_SHORT = 4


def _lines(table: str) -> list[list[list[str]]]:
    return [[side.split() for side in line.split("|")] for line in table.strip().splitlines()]


def _table() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for n, line in enumerate([*_lines(_PAIRS), *_lines(_SERIES)]):
        for side, stems in enumerate(line):
            for stem in stems:
                found.setdefault(stem, set()).add((n, side))
    return {stem: frozenset(places) for stem, places in found.items()}


_PLACES = _table()
_MEASURES = range(len(_lines(_PAIRS)), len(_lines(_PAIRS)) + len(_lines(_SERIES)))


def opposed(one: str, other: str) -> bool:
    """Whether the folded words exclude each other, in whatever inflection.

    >>> opposed("øgede", "mindskes"), opposed("uhensigtsmæssigt", "hensigtsmæssig"), opposed("øge", "hæve")
    (True, True, False)
    """
    if _prefixed(one, other) or _prefixed(other, one):
        return True
    theirs = _sides(other)
    return any(line == n and side != m for line, side in _sides(one) for n, m in theirs)


def measures(word: str) -> bool:
    """Whether the folded word is a unit, a month or a day of the week."""
    return any(line in _MEASURES for line, _ in _sides(word))


def _prefixed(negated: str, word: str) -> bool:
    """Whether one is the other with u- before it; the endings may differ a little."""
    return negated[0] == "u" and len(word) > 3 and _alike(negated[1:], word)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 5 and long.startswith(short) and long[len(short) :] in ("t", "e"))


def _sides(word: str) -> frozenset[tuple[int, int]]:
    """The lines of the table that the word stands in, and on which side of them."""
    found = _PLACES.get(word, frozenset())
    for cut in range(min(_LONGEST, len(word) - 2) + 1):
        stem = word[: len(word) - cut]
        if word[len(stem) :] in _KNOWN:
            # "afskaffes" has the stem of "afskaf".
            for known in (stem, stem[:-1]) if stem[-1] == stem[-2] else (stem,):
                found |= _PLACES.get(f"{known}-", frozenset())
                if len(known) >= _SHORT:
                    found |= _PLACES.get(known, frozenset())
    return found
