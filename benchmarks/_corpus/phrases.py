"""What sentences are put together from: patterns, formulas of courtesy, and sentences with open places."""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("\n")]


MAINS = _lines("""
    vi foreslår , at N bliver mere A
    det er vigtigt at V N og N
    der er brug for en A N , som P N
    vi ser gerne , at planen P N
    det bør fremgå , hvem der P N
    N P i dag ikke N
    en A N vil V N
    vi er bekymrede for , om N kan V N
    N og N hænger tæt sammen
    erfaringen fra D viser , at N P N
    vi savner en A beskrivelse af N
    det undrer os , at N ikke er nævnt under N
    N skal V N inden udgangen af D
    i afsnittet om N mangler der A N
    hvis N skal V , kræver det N
    vi hæfter os ved , at N alene P N
    for en A N kan N betyde mere end N
    planen bør V N og dermed V N
    vi opfordrer til , at N P N
    som N oplever vi , at N P A N
    N er efter vores opfattelse for A
    når N bliver A , falder N
    lad os få N ud af N
    spørgsmålet om N er ikke løst
    målet om D N er næppe A
    mange N venter D dage på N
    N må ikke V N
    det er uklart , hvornår N kan V N
    ingen har endnu beregnet N for N
    vi støtter forslaget om N
    gerne med A N til hver N
    A N og A N bør stå i samme afsnit
""")
MORE = _lines("""
    , fordi N P N
    , så N kan V N
    , også når N er A
    , og at N P N
    , herunder N og N
    , især i forhold til A N
    uden at N P
    i samarbejde med N
    , som det allerede sker ved N
    , men ikke N
    på tværs af N og N
    , hvor N P N
    frem for at V N
    , jf. afsnit D om N
    , medmindre N P A N
    efter aftale med N
    for op mod D procent af N
    og samtidig V N
    , eksempelvis gennem N
    hver gang N P
""")
OPENINGS = _lines("""
    Tak for muligheden for at afgive høringssvar til det fremsendte udkast.
    X takker for at være blevet hørt om udkastet til planen.
    X har modtaget udkastet i høring og har følgende bemærkninger.
    Vi har med interesse læst udkastet og vil gerne kvittere for et gennemarbejdet materiale.
    X finder overordnet, at planen er et godt og brugbart grundlag for det videre arbejde.
    Indledningsvis vil vi gerne rose parterne for den åbne proces, som er gået forud.
    Høringssvaret er drøftet i udvalget og godkendt af bestyrelsen.
    Der tages forbehold for den politiske behandling, som først finder sted efter fristen.
    X er blevet bedt om at forholde sig til udkastet og afgiver hermed sit svar.
    Vi har valgt at samle vores bemærkninger under planens egne overskrifter.
    Det er positivt, at planen sætter borgeren i centrum og tænker på tværs af sektorer.
    Som almindelig bemærkning skal det anføres, at planen er ambitiøs og læseværdig.
    X bemærker følgende til det foreliggende udkast.
    Med henvisning til brevet om høring skal vi hermed afgive vores bemærkninger.
""")
CLOSINGS = _lines("""
    Vi står naturligvis til rådighed, hvis der er behov for at få bemærkningerne uddybet.
    X ser frem til det videre samarbejde om planen og deltager gerne i arbejdet.
    Vi håber, at bemærkningerne kan indgå i det endelige udkast.
    X har ikke yderligere bemærkninger til det fremsendte.
    Spørgsmål til høringssvaret kan rettes til sekretariatet.
    Vi ser frem til at modtage den endelige plan, når den er vedtaget.
    X bidrager gerne, når planen skal føres ud i livet.
    Bemærkningerne er afgivet på administrativt niveau.
    Vi vil med glæde uddybe vores synspunkter på et møde.
    I øvrigt henvises til vores tidligere bemærkninger i sagen.
    Kopi af svaret er sendt til de øvrige parter.
    Med venlig hilsen på vegne af X.
""")
NAMED = (
    "X mener, at ",
    "X ønsker, at ",
    "X peger på, at ",
    "Efter Xs opfattelse gælder, at ",
    "For X er det sådan, at ",
)
QUOTING = ("I planen står der: »", "Planen siger: »", "Det hedder i udkastet: »", "Vi læser i afsnittet: »")
BEING = {
    "er": "er ikke",
    "skal": "skal ikke",
    "bør": "bør ikke",
    "kan": "kan ikke",
    "vil": "vil ikke",
    "har": "har ikke",
}

SENTENCES = _lines("""
    {hvem} bør have adgang til {hvad} inden for {tal} dage.
    Det er afgørende, at {hvem} inddrages i arbejdet med {hvad}.
    Vi anbefaler, at {sted} får ansvaret for {hvad}.
    Der mangler en beskrivelse af, hvordan {hvem} skal kunne bruge {hvad}.
    {sted} oplever i stigende grad, at {hvem} står uden {hvad}.
    Planen bør indeholde et mål for {hvad} på {tal} procent.
    Ventetiden til {hvad} er for lang for {hvem}.
    Vi foreslår, at {hvad} placeres hos {sted}.
    Udgifterne til {hvad} bør deles mellem {sted} og {sted}.
    Det er positivt, at planen nævner {hvad}.
    {hvem} har særlige behov, når det gælder {hvad}.
    Samarbejdet mellem {sted} og {sted} om {hvad} skal styrkes.
    Der bør afsættes {tal} millioner kroner til {hvad}.
    Planen tager ikke højde for, at {hvem} ofte mangler {hvad}.
    Vi ønsker, at {hvad} følges op hvert {tal}. år.
    Det er uklart, hvem der betaler for {hvad}.
    {sted} kan ikke løfte {hvad} uden flere midler.
    Erfaringerne fra {sted} viser, at {hvad} virker for {hvem}.
    En fast kontaktperson vil gøre {hvad} lettere for {hvem}.
    Vi savner konkrete indikatorer for {hvad}.
    Opgaven med {hvad} må ikke flyttes til {sted} uden en aftale.
    {hvem} skal kunne ringe til {sted} hele døgnet.
    Kravene til {hvad} bør være ens i hele landet.
    Lægerne skal orientere {sted}, når {hvem} får {hvad}.
    Vi henstiller til, at {hvad} gøres gratis for {hvem}.
    Rekrutteringen til {sted} er en forudsætning for {hvad}.
    I yderområderne har {hvem} langt til {sted}.
    Digitale løsninger kan ikke erstatte {hvad}.
    {hvad} bør være en del af uddannelsen på {sted}.
    Der er behov for {tal} flere årsværk på {sted}.
    Pårørende til {hvem} skal kende til {hvad}.
    Kvaliteten af {hvad} svinger fra sted til sted.
    Vi er bekymrede for, at {hvem} bliver glemt.
    Det bør præciseres på side {tal}, at {hvad} er frivilligt.
    {sted} har gode erfaringer med {hvad}.
    Parterne bør mødes {tal} gange om året om {hvad}.
""")
FILLINGS = {
    "hvem": """
        borgere med kronisk sygdom; ældre medicinske patienter; børn og unge i mistrivsel; pårørende;
        borgere med demens; mennesker med et misbrug; gravide; patienter uden fast læge; borgere på
        botilbud; beboere på plejehjem; mennesker med psykisk sygdom; flygtninge og indvandrere;
        hjemløse; borgere med handicap; studerende; patienter med diabetes; kræftpatienter; døve og
        hørehæmmede; unge med angst; enlige forældre
    """,
    "hvad": """
        faste læger på plejehjem; sygebesøg; forebyggende samtaler; akutte tider; digitale
        konsultationer; tolkebistand; medicingennemgang; genoptræning; rygestop; vaccination;
        lægevagten; samtaleterapi; hjemmebesøg; kørsel; fælles journaler; epikriser; henvisninger;
        kompetenceudvikling; opsporing; tidlig indsats; hjælpemidler; ernæringsvejledning; fodterapi;
        screening; telefonisk rådgivning; sociale viceværter; blodprøver i hjemmet; fælles udskrivning;
        aflastning; lindrende behandling
    """,
    "sted": """
        kommunen; regionen; almen praksis; hjemmeplejen; sygehuset; jobcentret; apoteket; praktiserende
        læger; akutmodtagelsen; sundhedshuset; psykiatrien; tandplejen; ungdomsuddannelserne;
        laboratoriet; lægehuset; plejecentrene; ambulatoriet; patientforeningerne
    """,
    "tal": "2; 3; 4; 5; 7; 8; 10; 12; 14; 15; 20; 25; 30; 40; 50; 60; 75; 80; 90; 100",
}
