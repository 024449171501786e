"""What the parties of three invented hearings said: the rows that `tests/dressing.py` lays out in tables."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A row as a reader should find it."""

    party: str
    theme: str = ""
    label: str = ""
    summary: str = ""
    decision: str = ""
    comment: str = ""
    excerpt: str = ""
    silent: bool = False


ACCESS, PATHS, NOISE = "Adgang til skoven", "Stier og broer", "Støj og lys"
LATER, NO, YES = "Indgår i det videre arbejde", "Giver ikke anledning til ændringer i skovplanen", "Imødekommes"

POINTS = (
    Said("Vestby Kommune", ACCESS, "a", "Vestby ønsker, at skoven kan nås med bus fra alle kvarterer.", LATER,
         "Busdriften drøftes med trafikselskabet, når skovplanen er vedtaget.",
         "Vi mener, at skoven skal kunne nås med bus, også af dem af os, der bor i udkanten af byen. - Side 1"),
    Said("Vestby Kommune", ACCESS, "b", "Vestby foreslår flere parkeringspladser ved den nordlige indgang.", NO,
         "Det fremgår af afsnit 2, at indgangen mod nord skal være fri for biler.",
         "Vores borgere kører i bil, og de mangler et sted at stille den. - Side 1"),
    Said("Vestby Kommune", PATHS, "c", "Vestby efterlyser en bro over åen ved den gamle mølle.", YES,
         "Der tilføjes i afsnit 4: En gangbro etableres ved møllen.",
         "Uden en bro ved møllen går vi en omvej på tre kilometer, og det gør vores børn også. - Side 2"),
    Said("Region Østland", NOISE, "a", "Regionen bemærker, at lyset fra banen generer hospitalet.", LATER,
         "Belysningen indgår i den kommende drøftelse med baneejeren; det bemærkes, at loven sætter grænser.",
         "Lyset fra banen skinner ind på vores sengestuer hele natten, og det har vi klaget over før. - Side 1"),
    Said("Region Østland", PATHS, "b", "Regionen anbefaler, at stierne ryddes for sne om vinteren.", NO,
         "Snerydning er reguleret af vejloven og håndteres af vejmyndigheden.",
         "Om vinteren når vores ansatte ikke frem ad stierne, fordi ingen rydder dem. - Side 3"),
    Said("Ældrerådet i Vestby", silent=True),
    Said("Skovens Venner", ACCESS, "a", "Foreningen peger på, at bænkene står for langt fra hinanden.", YES,
         "Formuleringen i afsnit 3 ændres, så der højst er 200 meter mellem bænkene.",
         "Vi er mange, som har brug for at sidde ned undervejs, og bænkene står for spredt. - Side 1"),
    Said("Skovens Venner", NOISE, "b", "Foreningen mener, at motorcykler bør forbydes på skovvejene.", NO,
         "Forslaget er ikke muligt efter færdselsloven; det vurderes dog, at skiltningen kan forbedres.",
         "Motorcyklerne ødelægger roen for os, der går i skoven for at høre fuglene. - Side 2"),
    Said("Skovens Venner", PATHS, "c", "Foreningen ønsker, at broerne males i en mørk farve.", LATER,
         "Farven fastlægges, når broerne projekteres; ønsket er noteret.",
         "Vi synes, at de hvide broer skæmmer, og foreslår en mørk grøn. - Side 2"),
    Said("Anders Lund", ACCESS, "", "Foreslår, at hunde kan løbe frit i den østlige del af skoven.", NO,
         "Hunde skal føres i snor efter naturbeskyttelsesloven, og det fremgår af afsnit 5.",
         "Min hund har godt af at løbe, og jeg har aldrig mødt nogen, der tog skade af det."),
)  # fmt: skip

LAW = (
    Said(
        "Advokatrådet", "Registrering", "1",
        "Advokatrådet finder, at § 3 bør præcisere, hvem der har pligt til at registrere sig.", "Imødekommes",
        "Lovforslagets § 3 er tilrettet, så pligten påhviler ejeren.",
        "Det fremgår ikke klart af § 3, hvem der har pligten, og det kan give anledning til tvivl."),
    Said(
        "Advokatrådet", "Ikrafttræden", "2",
        "Advokatrådet anbefaler, at loven først træder i kraft den 1. januar.", "Imødekommes ikke",
        "Ministeriet finder det vigtigt, at loven træder i kraft hurtigst muligt.",
        "En så kort frist giver ikke virksomhederne tid til at indrette sig."),
    Said(
        "Danske Regioner", "Økonomi", "1", "Danske Regioner tager forbehold for de økonomiske konsekvenser.",
        "Tages til efterretning", "De økonomiske konsekvenser drøftes efter de almindelige regler (DUT).",
        "Regionerne forventer merudgifter på mindst 12 mio. kr. årligt."),
    Said(
        "Danske Regioner", "Registrering", "2", "Danske Regioner ønsker adgang til oplysningerne i registret.",
        "Uden for lovforslagets rammer", "Adgang til registret reguleres i en anden lov.",
        "Regionerne bør have adgang til registret på lige fod med kommunerne."),
    Said(
        "Datatilsynet", silent=True),
    Said(
        "FOA", "Økonomi", "1", "FOA mener, at uddannelse af personalet mangler i beregningen.",
        "Tages til efterretning", "Bemærkningen er noteret og giver ikke anledning til ændringer.",
        "Personalet skal uddannes, og det koster både tid og penge."),
    Said(
        "FOA", "Ikrafttræden", "2", "FOA støtter lovforslaget.", "Tages til efterretning", "",
        "FOA ser positivt på forslaget."),
    Said(
        "Foreningen Fri Presse", "Registrering", "1", "Foreningen er bekymret for pressens kilder.",
        "Delvist imødekommet", "Der er indsat en undtagelse i § 5, som dog ikke omfatter billeder.",
        "Kildebeskyttelsen er en grundpille i vores demokrati, og den må ikke undergraves."),
    Said(
        "Foreningen Fri Presse", "Registrering", "2", "Foreningen foreslår en evaluering efter tre år.",
        "Imødekommes", "Der indsættes en bestemmelse om revision.",
        "Vi opfordrer til, at loven evalueres senest tre år efter ikrafttræden."),
)  # fmt: skip

LOCAL = (
    Said(
        "Karen Holst", "Bygningshøjde", "", "Er imod, at der bygges i fire etager ud mod Møllevej.",
        "Anbefales ikke", "Højden svarer til det omkringliggende byggeri.",
        "Fire etager vil tage al sol fra min have om eftermiddagen."),
    Said(
        "Ejerforeningen Møllevej 3", "Bygningshøjde", "", "Foreslår, at bebyggelsen trappes ned mod vest.",
        "Planen ændres", "§ 6.2 ændres, så bebyggelsen højst er to etager mod vest.",
        "Vi foreslår en nedtrapning mod vest, så naboerne bevarer deres udsigt."),
    Said(
        "Ejerforeningen Møllevej 3", "Trafik", "", "Ønsker hastigheden på Møllevej sat ned.",
        "Uden for planens rammer", "Hastigheden fastsættes efter færdselsloven af politiet.",
        "Hastigheden er alt for høj, og børnene skal krydse vejen."),
    Said(
        "Jens og Mette Brandt", "Trafik", "", "Savner parkering til gæster.", "Planen ændres",
        "Der udlægges otte pladser ved indkørslen.", "Hvor skal vores gæster parkere?"),
    Said(
        "Østby Museum", silent=True),
    Said(
        "Naturfredningsforeningen i Østby", "Natur", "", "Påpeger, at den gamle eg skal bevares.", "Noteret",
        "Egen er udpeget som bevaringsværdig i § 9.", "Den gamle eg er mindst 200 år og huser flagermus."),
    Said(
        "Vejdirektoratet", "Trafik", "", "Har bemærket, at støjen fra landevejen ikke er belyst.",
        "Planen ændres", "Der tilføjes en redegørelse for støj.",
        "Planforslaget redegør ikke for støjen fra landevejen. Vi afholder ikke udgifter til skærme."),
    Said(
        "Per Dam", "Natur", "", "Ønsker en sø.", "Noteret", "", "En sø ville pynte."),
)  # fmt: skip
