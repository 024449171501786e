"""Words by which Danish letters to a hearing demand the same thing without sharing a letter.

Written down for this program. Each line is one matter; a word may be of several. Stems: five letters or more stand
for any word that begins with them, six or more for any that has them inside ("klapydernummer"); fewer letters only
for a word that ends at most three letters later, unless a hyphen says that any may follow.
"""

from collections.abc import Mapping
from functools import lru_cache

STRENGTH = 3
"""How much a matter weighs beside a piece of a word, of which every word has some twenty."""

_MATTERS = """
penge økonomi- finansier ressourc midler bevilling budget- udgift omkostning honorer honorar betaling takst tilskud
personale medarbejder bemanding ansatte normering arbejdskraft
rekrutter tiltræk fastholde fastholdelse lægemangel mangel mangle mangel- lægedækning
uddannelse kompetence- efteruddannelse oplæring kursus kurser undervis oplær videreuddannelse
samarbejd samspil koordiner sammenhæng tværsektoriel tværfaglig tværgående snitflade overgang partnerskab
kommunikation kommuniker dialog korrespondance kontakt telefon-
information informer oplys oplysning vejled rådgiv formidl
digital it- videokonsultation telemedicin elektronisk online virtuel teknologi data-
inddrag involver medinddrag deltag repræsent indflydelse medbestemmelse høres
tydelig præciser konkret eksplicit uddyb beskriv definer definition afklar afklaring klarhed
ventetid ventelist tilgængelig åbningstid hurtig adgang fremkommelig
afstand transport nærhed lokal- nærområde geografi køretid befordring
forebyg sundhedsfremm opspor tidlig rettidig
ulighed lighed socialt udsat- sårbar marginaliser
ældre plejehjem plejecenter hjemmepleje ældreplej demens demente
barn børn- unge ungdom småbørn mindreårig
skole- elev undervisning klasse folkeskole
daginstitution børnehave vuggestue dagtilbud dagplej pasning
pårørende familie forældre
handicap funktionsned funktionsevne bevægelseshæm kørestol
psykisk psykiatri sindslidende mistrivsel sindslidelse
kronisk kroniker multisyg langvarig
medicin lægemid polyfarmaci ordination ordiner recept
udskriv indlagt indlæg indlæggelse genindlæg
henvisning henvis visitation visiter
genoptræning rehabiliter træning fysioterap
læge- praktiserende almen klinik lægehus lægepraksis
sygehus hospital akut- akutmodtag skadestue
sygeplejerske sygeplej hjemmesygepleje
ansvar rolle- roller opgavefordel opgaveflyt opgaveoverdrag arbejdsdeling opgaveløsning delegere
kvalitet faglig- faglighed standard retningslinj evidens
mål målsætning indikator måltal succeskriteri effektmål monitorer opfølg evaluer evaluering følge
tidsplan tidshorisont frist- deadline tidsmæssig tidspunkt tidsramme
implementer gennemfør udrul realiser udmønt handleplan handlingsplan
prioriter rækkefølge vigtigst fokus fokusere hensyn
kapacitet ydernummer ydernumre dækning forsyning
befolkningsudvik befolkningsprog befolkningsvækst befolkningstil demograf indbyggertal tilflyt
bolig- lejlighed bebyggelse byggeri byggefelt boligområde
højde bygningshøjde etage skygge indblik
trafik trafikal biltrafik køretøj biler bilen bilist gennemkørsel
cykel cykl cyklist cykelsti cykelbane
fodgænger fortov gangsti gående stien stier stierne stisystem stiforbindelse
vejen veje vejene vejnet vejføring vejanlæg kryds rundkørsel svingbane udkørsel
parkering p-plads parkerings
hastighed fart bump hastighedsdæmp fartdæmp chikane
busser bussen kollektiv toget togene togdrift letbane bustrafik buslinje stoppested rutebil
støj støjgener larm støjskærm støjværn støjdæmp lydniveau
lys lyset belysning oplyst lygte lamper gadelys
træer træet træerne beplantning bevoksning hække skov
grøn grønne natur- biodiversitet levested fredning dyreliv park parken parker rekreativ
regnvand klimatilpas skybrud oversvøm spildevand kloak afvanding grundvand vandstand vandløb drikkevand
klima- co2 udledning energi- bæredygtig vedvarende solcelle vindmølle fjernvarme
forurening luftkvalitet partikel lugt lugtgene miljøbelast udsivning miljø
affald renovation genbrug sorter- skrald
sport idræt motion hallen idrætshal svømme fritid fritidstilbud foreningsliv
kultur bibliotek museum kunst kulturtilbud
erhverv virksomhed butik detailhandel handel
turist turisme sommerhus camping ferie
landdistrikt landsby landområde udkant yderområde
sikkerhed tryghed utryg tryg patientsikkerhed trafiksikkerhed
frivillig civilsamfund forening patientforening
borger patient indbygger bruger beboer
sprog tolk tolkning etnisk indvandrer flygtning fremmedsprog
bureaukrati administrativ administration dokumentation papirarbejde registrer
fleksib individuel tilpass differentier hensyntag
fælles ensart harmoniser
forsøg pilot afprøv projekt
forskning forsk universitet videnskab viden- erfaringsudveks
fremtid fremadrettet langsigt sigt
fortrolig persondata gdpr databeskyt samtykke privatliv
rygning tobak alkohol misbrug rusmid
ernæring måltid fødevare kostvejled
tand- mundsundhed
vold voldelig overgreb kriminal hærværk politi
jobcenter beskæftig sygemeld arbejdsmarked sygedagpenge
palliativ palliation døende terminal livets hospice
gravid fødsel svangre jordemoder barsel sundhedsplej
kræft cancer kræftpakke tumor
diabetes hjertesyg lungesyg
hygiejne smitte infektion antibioti resistens vaccin
botilbud bosted socialpsyk
hjælpemid velfærdstekn
aftale sundhedsaftale overenskomst lokalaftale
lov lovgivning lovkrav bekendtgørelse juridisk hjemmel
møde mødes forum udvalg råd netværk
vagt- lægevagt weekend aften aftenen døgn
lokaler lokalerne bygning faciliteter indretning
overskuelig læsevenlig forståelig kortfattet visualiser
begreb terminologi ordlyd formuler redaktionel
arbejdspres travlhed arbejdsmiljø arbejdsvilkår belast
"""
_ANY_TAIL, _INSIDE, _TAIL = 5, 6, 3


def _table() -> dict[str, tuple[bool, frozenset[str]]]:
    found: dict[str, tuple[bool, set[str]]] = {}
    for line in _MATTERS.strip().splitlines():
        stems = line.split()
        for stem in stems:
            plain = stem.removesuffix("-")
            any_tail = plain != stem or len(plain) >= _ANY_TAIL
            found.setdefault(plain, (any_tail, set()))[1].add(f"={stems[0]}")
    return {stem: (any_tail, frozenset(matters)) for stem, (any_tail, matters) in found.items()}


_STEMS = _table()
_LENGTHS = sorted({len(stem) for stem in _STEMS})


@lru_cache(maxsize=100_000)
def of(word: str) -> tuple[str, ...]:
    """The matters that a folded word is of, each with a sign before it that no piece of a word has.

    >>> of("cykelstien"), of("lægeløn"), of("ældreplejens"), of("tavle")
    (('=cykel',), ('=læge-',), ('=ældre',), ())
    """
    found: set[str] = set()
    for length in _LENGTHS:
        for start in range(len(word) - length + 1 if length >= _INSIDE else 1):
            any_tail, matters = _STEMS.get(word[start : start + length], (False, frozenset()))
            if any_tail or len(word) - length <= _TAIL:
                found |= matters
    return tuple(sorted(found))


def counted(words: Mapping[str, int]) -> dict[str, int]:
    """How often each matter is spoken of in words that are said so many times, times its strength."""
    found: dict[str, int] = {}
    for word, times in words.items():
        for matter in of(word):
            found[matter] = found.get(matter, 0) + STRENGTH * times
    return found
