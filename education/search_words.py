"""What people type who look for something, and the words with which pages say it: by language, as data. Pure.

`ENDINGS` are taken off a word before it is compared, the first that fits and leaves enough letters. `MEANINGS` lead
from words (folded: without accents and capitals) to the beginnings by which a page may say the same. They lead one
way: "cintura" finds the back, and who looks for the back is not led to waists. A beginning with a full stop is a whole
word: "medica." is a doctor, "medicament" a medicine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class SearchLanguage:
    """How words end, with the letters that must be left before each ending, and what they mean."""

    endings: tuple[tuple[str, int], ...]
    meanings: Mapping[str, tuple[str, ...]]


def _leaving(letters: int, endings: str) -> Iterable[tuple[str, int]]:
    return ((ending, letters) for ending in endings.split())


def _meanings(table: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(beginnings.split()) for words, beginnings in table for word in words.split()}


# ——— English: words typed, beginnings on the page

_MEDICINES = "medicin medication drug. drugs. pill"
_ENGLISH = (
    ("medication medications medicine medicines meds med pills pill tablets drugs drug prescription", _MEDICINES),
    ("anticoagulant anticoagulants coumadin eliquis xarelto plavix", "thinner anticoagul warfarin"),
    ("pain pains painful hurt hurts hurting ache aches aching sore soreness", "pain hurt ache. aching sore"),
    ("bruise bruises bruising hematoma", "bruis"),
    ("faint fainting fainted syncope blackout", "faint"),
    ("dizzy dizziness lightheaded woozy vertigo", "dizz lighthead faint"),
    ("numb numbness tingling tingle", "numb tingl"),
    ("pregnant pregnancy expecting", "pregnan"),
    ("doctor doctors physician physicians md", "doctor physician"),
    ("acupuncturist acupuncturists therapist", "acupuncturist practitioner"),
    ("physio physiotherapy pt", "physical."),
    ("chiro chiropractor chiropractors chiropractic", "chiropract"),
    ("price prices cost costs fee fees pricing charge expensive cheap", "price cost. costs. fee. fees. pay."),
    ("appointment appointments booking schedule reserve reservation", "appointment book. booking visit."),
    ("form forms intake questionnaire paperwork", "form. forms. intake questionnaire"),
    ("kid kids child children teen teenager son daughter", "child. children kid. kids. teen"),
    ("er hospital urgent emergency 911", "emergenc hospital 911."),
    ("scan scans mri xray imaging", "scan mri. imaging xray"),
    ("disc disk herniated slipped bulging", "disc. discs. disk herniat"),
    ("sciatica sciatic", "sciatic"),
    ("shot shots injection injections epidural cortisone", "injection shot."),
    ("cancer tumor chemo", "cancer tumor"),
    ("scared scary fear afraid phobia anxious nervous", "fear afraid scared phobia anxi"),
    ("risk risks danger dangerous harm harmful", "risk harm danger"),
    ("opioid opioids painkiller painkillers oxycodone", "opioid painkill"),
    ("address location directions parking", "address direction parking"),
    ("license licensed licence", "licen"),
)

# ——— Spanish

_MEDICINAS = "medicin medicament medicacion pastill farmac"
_MEDICOS = "medico. medica. medicos. medicas. doctor"
_SPANISH = (
    ("medicacion medicaciones medicamento medicamentos medicina medicinas remedio remedios", _MEDICINAS),
    ("pastilla pastillas pildora pildoras tableta tabletas farmaco farmacos droga drogas receta", _MEDICINAS),
    ("medico medica medicos medicas doctor doctora doctores", _MEDICOS),
    ("anticoagulante anticoagulantes adelgazante adelgazantes diluyente diluyentes", "anticoagul warfarin"),
    ("coumadin cumadin warfarina eliquis xarelto plavix", "anticoagul warfarin"),
    ("dolor dolores doler duele duelen dolencia molestia molestias adolorido adolorida", "dolor. dolores. duel doler."),
    ("espalda cintura lomo lumbar lumbares", "espald lumbar"),
    ("columna espina vertebra vertebras", "columna vertebra"),
    ("moreton moretones morete moretes moraton cardenal cardenales hematoma hematomas", "moreton hematoma"),
    ("desmayo desmayos desmayar desmayarse desmaye desvanecimiento sincope", "desmay"),
    ("mareo mareos mareado mareada marear vertigo", "mareo mareos maread marear"),
    ("adormecimiento adormecido adormecida entumecimiento entumecido entumido entumida", "adormec hormigue"),
    ("dormido dormida", "dormid adormec"),
    ("hormigueo hormigueos cosquilleo", "hormigue adormec"),
    ("derrame embolia ictus apoplejia", "derrame"),
    ("infarto infartos", "ataque corazon"),
    ("convulsion convulsiones epilepsia epileptico epileptica", "convulsi epilep"),
    ("calentura calenturas temperatura fiebre fiebres", "fiebre"),
    ("embarazo embarazada encinta prenada", "embaraz"),
    ("aborto", "embaraz"),
    ("bebe bebes", "bebe embaraz"),
    ("deposicion deposiciones evacuacion popo excremento intestino intestinos", "evacu intestin"),
    ("orina orinar pipi vejiga", "orin vejiga"),
    ("precio precios costo costos costar cuesta cuestan cobra cobran tarifa tarifas", "precio cuesta costo. cobra"),
    ("pago pagos pagar paga dinero caro barato", "pago. pagos. pagar paga. pagan. precio cuesta"),
    ("aseguranza aseguranzas seguro seguros asegurada aseguradora medicare", "seguro. seguros. asegurador"),
    ("cita citas turno turnos agendar bookear reservar reserva reservacion apartar", "cita. citas. reserv visita"),
    ("encuentro consulta consultas", "visita consulta"),
    ("cancelar anular cambiar mover", "cancel cambi"),
    ("consultorio consultorios clinica clinicas", "clinica"),
    ("mostrador recepcion recepcionista", "recepcion"),
    ("formulario formularios forma intake cuestionario papeles", "cuestionario"),
    ("urgencia urgencias emergencia emergencias hospital", "emergenc hospital"),
    ("fisioterapia fisioterapeuta rehabilitacion", "terapia. terapeuta fisio"),
    ("quiropractico quiropractica quiropracticos huesero sobador sobadora", "quiropract"),
    ("acupunturista acupunturistas practicante practicantes terapeuta", "acupunturista profesional"),
    ("agujas aguja piquete piquetes pinchazo pinchazos puncion puncionar", "aguja pinch punza"),
    ("miedo temor fobia nervios susto", "miedo temor nervios."),
    ("riesgo riesgos peligro peligros peligroso peligrosa", "riesg peligr"),
    ("efectos secundarios", "efecto. efectos. secundari"),
    ("nino nina ninos ninas hijo hija hijos menor menores", "nino nina hijo hija hijos menor."),
    ("estacionamiento estacionarse parqueo parking parquear", "estaciona"),
    ("direccion domicilio ubicacion ubicados llegar", "direccion llegar ubica"),
    ("horario horarios abierto abren cierran hora horas", "horario abiert hora"),
    ("licencia licencias titulo cedula", "licencia"),
    ("cancer tumor tumores quimio quimioterapia", "cancer tumor quimio"),
    ("ciatica ciatico", "ciatic"),
    ("hernia hernias disco discos herniado", "hernia disco"),
    ("inyeccion inyecciones infiltracion cortisona", "inyecci infiltra"),
    ("marcapaso marcapasos", "marcapaso"),
    ("cancelacion cancelaciones", "cancel"),
    ("secreto confidencialidad confidencial privado privacidad", "privacidad privad"),
    ("bandera banderas", "alarma aviso"),
    ("seguimiento control", "control seguimiento"),
    ("ausente", "vino. faltar"),
    ("electro electrica electricas", "electric"),
    ("moxibustion moxa", "moxa"),
)

LANGUAGES: Mapping[str, SearchLanguage] = {
    "en": SearchLanguage((*_leaving(4, "ings ing ies ed es s y"),), _meanings(_ENGLISH)),
    "es": SearchLanguage(
        (
            *_leaving(5, "aciones iciones amientos imientos acion icion amiento imiento mente"),
            *_leaving(4, "ando iendo ados adas idos idas ado ada ido ida"),
            *_leaving(4, "citos citas cito cita itos itas ito ita"),
            *_leaving(4, "es os as"),
            *_leaving(5, "ar er ir o a e"),
            *_leaving(4, "s"),
        ),
        _meanings(_SPANISH),
    ),
}


@cache
def of(language: str) -> SearchLanguage:
    """Return the words of a language; English where it has none of its own."""
    return LANGUAGES.get(language, LANGUAGES["en"])
