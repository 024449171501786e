"""Danish words that say little by themselves: so a hearing of thirty points weighs words as one of thousands does.

Written down for this program. A word of COMMON carries no weight of its own. A word of ANSWERS is one that letters
to a hearing use whatever they are about: it begins as if a share of other hearings' points held it.
"""

_COMMON = """
    af alle alt altså anden andet andre at bemærkning bemærkninger bla blev blevet blive bliver både bør da de
    dem den denne dens der derefter deres derfor derfra deri dermed derom derpå dertil derudover derved des
    desuden desværre det dets dette dig din disse dit dog du dvs efter egen eget ej eller ellers en end endda
    endnu endvidere ene eneste enhver enten er et ethvert evt fik flere flest fleste for foran fordi fortsat
    forud foruden fra frem fx få får først første generelt gennem gør gøre ham han hans har havde have heller
    hen hende hendes henholdsvis her heraf herefter herfor herfra heri hermed herom herpå hertil herunder hos
    hun hvad hvem hver hverken hvert hvilke hvilken hvilket hvis hvor hvoraf hvordan hvorefter hvorfor hvori
    hvorimod hvormed hvornår hvorvidt håndtering høringssvar høringssvaret høringsudkast høringsudkastet idet
    ifht ifm ift igen igennem ikke imellem imidlertid imod ind inden indenfor ingen intet ja jeg jer jf jo jvf
    kan kommentar kommentarer kun kunne langs lige ligeledes ligesom man mange med meget mellem men mens mere
    mest mhp mht mig min mindre mindst mit mod mv må måtte ned nedenfor nej netop nogen noget nogle nok nu når
    nær nævnt og også om omkring omtrent op os otte over ovenfor ovennævnt ovennævnte overfor par pga plus på
    samme samt samtidig se sig sin sine sit skal skulle som stadig stor store så sådan sådanne således særlig
    særligt tidligere til tilbage tilmed to tre ud uden udenfor udover under var ved vedr vedrørende vel vi
    via vil ville vor vores vort være været yderligere
"""

_ANSWERS = """
    afsnit afsnittet anbefaler anerkender arbejde arbejdet bakker behov behovet bemærker bemærkes bidrage
    bifalder borger borgere borgerne borgernes burde efterlyser efterlyses enig enige finder fokus foreslår
    foreslås forhold forholdet fremgår fremhæve fremhæver gerne give giver glade glæder god gode godt høring
    høringen høringspart indgå indgår indsats indsatser interesse kommunal kommunale kommune kommunen
    kommunens kommuner kommunerne konkret konkrete ligger lægger læst mener modtaget mulighed muligheden
    muligheder målsætning målsætninger nødvendig nødvendigt opfordre opfordrer opgave opgaver overordnet peger
    plan planen planens positivt påpeger region regionen regionens regioner rolle samarbejde samarbejdet
    savner savnes ser sikre sikres skabe styrke støtter tager tages tak tema temaer tilslutter tydelig
    tydeligere tydeligt udarbejdes udfordring udfordringer udkast udkastet udtrykke udvikling understøtte
    vigtig vigtigt vurderer vægt væsentligt ønske ønsker ønskes
"""

COMMON = tuple(_COMMON.split())
ANSWERS = tuple(_ANSWERS.split())

FORMULAS = (
    "Tak for muligheden for at afgive høringssvar til udkastet, som vi har læst med stor interesse",
    "Vi takker for muligheden for at kommentere udkastet og har følgende bemærkninger til planen",
    "har modtaget udkast til planen i høring og skal hermed fremsende sine bemærkninger",
    "har med interesse læst udkastet til den nye plan og vil gerne kvittere for et godt arbejde",
    "Vi finder overordnet set at planen er et godt grundlag for det videre arbejde og samarbejde",
    "Vi bakker overordnet op om planens vision og målsætninger og ser positivt på forslaget",
    "har ingen yderligere bemærkninger til udkastet og ser frem til det videre samarbejde om planen",
    "Vi ser frem til den videre proces og deltager gerne i en nærmere drøftelse af bemærkningerne",
    "Vi håber at vores bemærkninger kan indgå i det videre arbejde med den endelige plan",
    "Vi står naturligvis til rådighed for en uddybning af ovenstående bemærkninger",
    "Eventuelle spørgsmål til høringssvaret kan rettes til undertegnede eller til sekretariatet",
    "Der tages forbehold for den efterfølgende politiske behandling af høringssvaret",
    "Høringssvaret afgives med forbehold for politisk godkendelse i udvalget og i kommunalbestyrelsen",
    "Høringssvaret er behandlet på møde i udvalget og godkendt af bestyrelsen",
    "Med venlig hilsen på vegne af bestyrelsen",
)
"""How letters to a hearing begin and end: the phrases say nothing, whoever else uses them."""
