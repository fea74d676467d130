"""Names for people who don't exist: common ones, shuffled, from the places students come from."""

from dataclasses import dataclass

from kiosk.demo.fictional import PaperKind

CARD, OLD_CARD, PASSPORT = PaperKind.CARD, PaperKind.OLD_CARD, PaperKind.PASSPORT
PERMIT, FOREIGN, FOREIGN_TD2 = PaperKind.RESIDENCE_PERMIT, PaperKind.FOREIGN_CARD, PaperKind.FOREIGN_CARD_TD2


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a student comes from. surnames, women, men: separated by commas. papers: what they show here."""

    state: str
    surnames: str
    women: str
    men: str
    papers: tuple[PaperKind, ...]
    share: int = 1

    def surname_list(self) -> tuple[str, ...]:
        return _split(self.surnames)

    def given_names(self, sex: str) -> tuple[str, ...]:
        return _split(self.women if sex == "F" else self.men)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(","))


FRANCE = Origin(
    state="FRA",
    surnames="Martin, Lefebvre, Garrigues, Lacassagne, Fournier, Castéran, Bœuf, Le Goff-D’Hervé, de La Tour, "
    "Saint-Gaudens, Dupont-Moretti, Ladoux, Pélissier, Sénéchal, N’Diaye, Benali, L’Haÿ, Béranger, Cazenave, "
    "Peyrègne, d’Estienne, Marty, Vidal, Delmas, Fabre, Rouquette, Bonnafous, Sicard, Mazières, Lavergne",
    women="Camille, Élodie, Chloé, Maëlys, Anne-Sophie, Zoé, Inès, Léa, Agnès, Marie-Ève, Clémence, Jeanne, Cécile, "
    "Solène, Héloïse, Gaëlle, Noémie, Océane, Bérengère, Lætitia",
    men="Loïc, Jean-Luc, Théo, François, Noël, Hugo, Rémi, Aurélien, Gaël, Clément, Baptiste, Jérôme, Maël, Yann, "
    "Jean-Baptiste, Anaël, Timothée, Éric, Cédric, Lucas",
    papers=(CARD, CARD, OLD_CARD, PASSPORT),
    share=22,
)
ORIGINS = (
    FRANCE,
    Origin(
        state="MAR",
        surnames="El Amrani, Benjelloun, Ait Ouahmane, Tazi, El Fassi, Chraïbi, Ouazzani, Berrada",
        women="Salma, Khadija, Ghita, Nour El Houda, Hind",
        men="Youssef, Mehdi, Anas, Abdellatif, Ilyas",
        papers=(PASSPORT, PASSPORT),
        share=3,
    ),
    Origin(
        state="DZA",
        surnames="Benhamou, Aït Ahmed, Boudiaf, Zerrouki, Hadj Ali, Mebarki",
        women="Amina, Lina, Yasmine, Meriem",
        men="Karim, Sofiane, Abderrahmane, Rayan",
        papers=(PASSPORT, PASSPORT),
        share=3,
    ),
    Origin(
        state="SEN",
        surnames="Ndiaye, Diop, Fall, Sarr, Mbaye, Cissé",
        women="Aïssatou, Fatou, Mame Diarra, Ndèye Astou",
        men="Mamadou, Ousmane, Cheikh, El Hadji",
        papers=(PASSPORT, PASSPORT),
        share=2,
    ),
    Origin(
        state="VNM",
        surnames="Nguyễn, Trần, Lê, Phạm, Đỗ, Huỳnh",
        women="Thị Mai, Thị Bích Phượng, Ngọc Ánh, Thùy Dương",
        men="Văn Đức, Minh Quân, Hữu Phước",
        papers=(PASSPORT,),
    ),
    Origin(
        state="CHN",
        surnames="Wang, Zhang, Li, Ouyang, Chen",
        women="Xiaoyu, Meiling, Yan",
        men="Wei, Jianguo, Haoran",
        papers=(PASSPORT,),
        share=2,
    ),
    Origin(
        state="D",
        surnames="Müller, Groß, Schäfer, von der Heide, Köhler-Weiß",
        women="Jördis, Änne, Katharina, Sabine",
        men="Jürgen, Björn, Matthias, Lukas",
        papers=(FOREIGN, PASSPORT),
    ),
    Origin(
        state="ESP",
        surnames="Muñoz Peña, García Ibáñez, Fernández Núñez, Etxeberria Goñi",
        women="María José, Begoña, Nuria, Lucía",
        men="José Ángel, Íñigo, Álvaro, Joaquín",
        papers=(FOREIGN, FOREIGN),
        share=2,
    ),
    Origin(
        state="ITA",
        surnames="D’Angelo, Rossi, Lo Presti, Nicolò, De Luca",
        women="Chiara, Niccolina, Beatrice",
        men="Niccolò, Alessandro, Gian Marco",
        papers=(FOREIGN, PASSPORT),
    ),
    Origin(
        state="PRT",
        surnames="Caçador de Araújo, Gonçalves, Simões Brandão, Magalhães",
        women="Inês, Conceição, Mafalda",
        men="André Estêvão, João, Gonçalo",
        papers=(FOREIGN,),
    ),
    Origin(
        state="BEL",
        surnames="Peeters, Van den Broeck, Dubois-Janssens",
        women="Lieve, Amélie",
        men="Wouter, Benoît",
        papers=(FOREIGN,),
    ),
    Origin(
        state="ROU",
        surnames="Popescu, Țurcanu, Ștefănescu, Ionescu",
        women="Mădălina, Ana-Maria, Ioana",
        men="Răzvan, Ștefan, Andrei",
        papers=(FOREIGN_TD2,),
        share=2,
    ),
    Origin(
        state="POL",
        surnames="Kowalski, Łukasiewicz, Wiśniewski, Żak",
        women="Małgorzata, Łucja, Zofia",
        men="Łukasz, Paweł, Jędrzej",
        papers=(FOREIGN, PASSPORT),
    ),
    Origin(
        state="SWE",
        surnames="Åkesson, Öberg, Sjöström",
        women="Åsa, Märta, Linnéa",
        men="Søren, Göran, Björn",
        papers=(PASSPORT,),
    ),
    Origin(
        state="TUR",
        surnames="Yılmaz, Öztürk, Çelik, Gündoğdu",
        women="Şeyma, Ayşegül, Elif",
        men="İbrahim, Oğuz, Çağrı",
        papers=(PASSPORT,),
    ),
    Origin(
        state="BRA",
        surnames="Araújo dos Santos, Nóbrega, da Conceição",
        women="Thaís, Ana Júlia",
        men="João Vítor, Luís",
        papers=(PASSPORT,),
    ),
)
MIDDLING_SURNAMES = ("Cazenave de La Bastide", "Montesquieu d’Argenson", "Saint-Gaudens de Vidal")
LONG_SURNAMES = (
    "Lefebvre de Saint-Gaudens-Comminges",
    "Montesquieu-Lauragais d’Argenson",
    "Castelnau de Villeneuve-Tolosane",
)
INDONESIA = Origin(  # people of one name, who stand in no other list
    state="IDN",
    surnames="Suharsono, Wulandari, Setiawan, Nurhayati",
    women="",
    men="",
    papers=(PASSPORT,),
)


def holders_of(kind: PaperKind) -> tuple[Origin, ...]:
    """Return the origins whose students show this kind of document; permits are for those from outside the Union."""
    if kind is PERMIT:
        return tuple(
            origin for origin in ORIGINS if origin.state in {"MAR", "DZA", "SEN", "CHN", "TUR", "BRA"}
        )
    return tuple(origin for origin in ORIGINS if kind in origin.papers)
