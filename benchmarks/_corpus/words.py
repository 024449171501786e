"""Invented Danish: tens of thousands of words, some of them used all the time and most of them hardly ever."""

import random
from collections.abc import Iterator
from itertools import accumulate

_split = str.split
_ONSETS = _split("""
    b bl br d dr f fj fl fr g gl gr h hj hv j k kl kn kr kv l m n p pl pr r s sj sk skr sl sm sn sp spr st
    str sv t tr v
""")
_VOWELS = _split("a a e e e i i o o u u y æ ø å")
_CODAS = _split("b d g k l ld ls lt m mp n nd ng nk ns nt r r rd rk rm rn rt s sk st t v ft gt")
_NOUNS = _split("""
    patient borger læge sygeplejerske klinik aftale plan indsats opgave ramme behov tilbud ordning vagt
    henvisning epikrise medicin undersøgelse samtale kontakt telefon ventetid adgang afstand område
    kapacitet økonomi honorar personale uddannelse kursus ansvar samarbejde koordination overgang
    udskrivning genoptræning forebyggelse plejehjem botilbud bosted hjemmepleje akutplads sengeplads kommune
    region sektor udvalg forening råd nævn fagperson pårørende barn ung ældre familie flygtning kroniker
    mistrivsel misbrug angst demens diabetes kræft smerte fald ernæring journal system data måling indikator
    mål målsætning tidsplan opfølgning evaluering rapport vejledning retningslinje lovgivning overenskomst
    finansiering bevilling besparelse udgift takst tilskud lokale bygning parkering transport kørsel
    rejsetid landdistrikt yderområde bydel skole arbejdsplads virksomhed jobcenter apotek laboratorium prøve
    vaccine screening recept hjælpemiddel rollator kørestol tolk sprog brev besked digitalisering skærm
    sikkerhed kvalitet tryghed lighed sammenhæng inddragelse medbestemmelse klage utilsigtet-hændelse læring
    forskning praksis speciale almenmedicin fysioterapi psykiatri tandpleje fodterapi ergoterapi
    rehabilitering palliation hospice sygehus ambulatorium
""")
_VERBS = _split("""
    sikre styrke beskrive tydeliggøre afklare fordele finansiere tilbyde udvikle forbedre mindske forkorte
    afprøve evaluere inddrage understøtte prioritere planlægge koordinere oprette nedlægge flytte samle måle
    følge undervise rekruttere fastholde aflaste honorere vurdere henvise behandle udskrive modtage besøge
    kontakte informere orientere aftale forpligte overveje præcisere udbygge justere gennemføre dokumentere
    dele anvende overholde lempe stramme
""")
_ADJECTIVES = _split("""
    tydelig fælles lokal regional kommunal faglig økonomisk digital telefonisk fysisk psykisk social sårbar
    udsat ældre yngre kronisk akut forebyggende opsøgende fleksibel ensartet målrettet realistisk langsigtet
    kortsigtet gratis nødvendig rimelig tilstrækkelig særlig konkret bindende frivillig kompetent
    tilgængelig sammenhængende
""")
_NOUN_ENDINGS = ("", "en", "er", "erne", "ens", "ers")
_VERB_ENDINGS = ("e", "er", "ede", "et")
_ADJECTIVE_ENDINGS = ("", "e", "t")


class Drawer:
    """Draws words of one class, the first ones of the list far more often than the last."""

    def __init__(self, chance: random.Random, words: list[str], even: bool = False):
        self.words = words
        self._drawn = self._draw(chance, list(accumulate(1 if even else 1 / (n + 15) for n in range(len(words)))))

    def _draw(self, chance: random.Random, weights: list[float]) -> Iterator[str]:
        while True:
            yield from chance.choices(self.words, cum_weights=weights, k=1000)

    def __call__(self) -> str:
        """The next word."""
        return next(self._drawn)


def vocabulary(chance: random.Random, size: int) -> dict[str, Drawer]:
    """Nouns (N), infinitives (V), verbs in the present (P) and adjectives (A): about ``size`` of them in all."""
    stems = [_stem(chance) for _ in range(max(20, size // 15))]
    nouns = _mixed(chance, _NOUNS, stems, size // 10)
    verbs = [*_VERBS, *(f"{stem}e" for stem in stems[: size // 40])]
    adjectives = [*_ADJECTIVES, *(f"{stem}{chance.choice(('ig', 'elig', 'sk'))}" for stem in stems[: size // 40])]
    return {
        "N": Drawer(chance, _inflected(chance, nouns, _NOUN_ENDINGS, size)),
        "V": Drawer(chance, verbs),
        "P": Drawer(chance, [f"{verb}r" for verb in verbs]),
        "A": Drawer(chance, _inflected(chance, adjectives, _ADJECTIVE_ENDINGS, size // 5)),
    }


def place(chance: random.Random) -> str:
    """An invented place."""
    ends = ("by", "rup", "strup", "lev", "havn", "sund", "bjerg", "lund", "sted", "holm", "rød", "inge")
    return (_stem(chance) + chance.choice(ends)).capitalize()


def _stem(chance: random.Random) -> str:
    return "".join(
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
        for _ in range(chance.choice((1, 1, 2)))
    )


def _mixed(chance: random.Random, known: list[str], stems: list[str], count: int) -> list[str]:
    """The known words first, then words put together of two, as Danish does it."""
    made = [*known, *stems]
    while len(made) < count:
        made.append(chance.choice(made[:400]) + chance.choice(("s", "", "e")) + chance.choice(made[:1200]))
    return made[: max(count, len(known))]


def _inflected(chance: random.Random, words: list[str], endings: tuple[str, ...], most: int) -> list[str]:
    forms = [_ending(word, ending) for word in words for ending in endings]
    # Common stems have the common forms, but not in the very order of the list.
    order = sorted(range(len(forms)), key=lambda n: n * chance.uniform(0.5, 2))
    return [forms[n] for n in order[:most]]


def _ending(word: str, ending: str) -> str:
    """læge + en is lægen."""
    return word + (ending[1:] if word.endswith("e") and ending.startswith("e") else ending)
