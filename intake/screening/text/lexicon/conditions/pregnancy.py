"""Pregnancy."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="pregnancy",
        words=(
            "embarazada",
            "임신",
            "怀孕",
            "懷孕",
        ),
        patterns=lines_of(
            """
pregnant|preggers|preggo|prego|pregers|embarasad*|embarazd*|prenada
embarazad*
encinta
semanas|meses ..1 embarazo
mi embarazo
embarazo|pregnancy|pregnant si|yes|positivo|positive
my pregnancy is|has
mi ..1 trimestre ~ escuela|escolar|clases|universidad|fiscal|ventas
segundo|primer|primero|tercer|tercero|ultimo|1er|2do|3er|1ro|3ro trimestre ~ escuela|escolar|clases|universidad|fiscal|
    ventas|trabajo|ano
semanas|meses ..1 gestacion
voy|vamos a tener ..1 bebe|hijo|hija|gemelos|nino|nina|varon|nena
bun in ..1 oven
embarazo de ..2 semanas|meses
fecha ..2 parto
prenada
due in|on january|february|march|april|may|june|july|august|september|october|november|
    december with my|our|a first|second|third|fourth|baby
baby|babies|twins due in|on|this|next|any
expecting a|an|our|my|another ..2 baby|babies|child|twins|triplets|boy|girl|son|daughter
expecting twins|triplets
expecting ..3 january|february|march|april|may|june|july|august|september|october|november|december|baby
baby is due
due date ~ tax|taxes|rent|library|project|loan|bill|payment|report|homework|assignment|work|surgery|book|books
positive pregnancy test
two|double|dos (pink|blue|faint) lines|lineas|rayas|rayitas $
two|double|dos (pink|blue|faint|dark) lines|lineas|rayas|rayitas on|in|en ..2 stick|test|prueba|palito|palo
i'm|im|i+am #4-41 weeks|wks & baby|little+one|due|kick*|ob|midwife|trimester|ultrasound|bump
tests|pruebas ..2 all|todas positive|positivas ~ covid|strep|flu|allergy|lyme
sali|salio positiv* ..4 prueba|test ~ covid|corona|gripe|influenza|dengue|tuberculosis|vih|drogas|doping|hepatitis
pregnancy|embarazo ..5 positive|positiv*
#4-41|five|six|seven|eight|nine|ten|eleven|twelve weeks|wks|months in & cramping|spotting|nausea|nauseous|baby|sick|
    morning+sickness|bump ~ job|program|school|treatment|therapy
baby|bebe (number) one|two|three|four|1|2|3|4|dos|tres|uno on|en ..1 way|camino
baby|little+one|bebe ..2 on|en (the|el) way|camino ~ daughter's|sister's|hospital
spotting & weeks|pregnan*|trimester ~ deer|bird|gym|period
heartbeat|latido|latidos ..4 ultrasound|ultrasonido|sonogram ~ heart|cardiac|echo
found out ..3 expecting
we're|were expecting $ ~ what|than|as|like|you|results|call
pregnancy test ..2 positive
first|second|third|last|1st|2nd|3rd|my trimester ~ school|college|semester|class|classes|sales|fiscal
i'm|im|am|we're ..1 expecting $ ~ what|than|as|like|results|result|relief|outcome|improvement|package|delivery|call
i'm|im|am|we're ..1 expecting again|soon|now|and|our|another|y|at|since ~ package|delivery|call|relief|results|
    visitors|
    guests|to
expecting our|my first|second|third|fourth|1st|2nd|3rd
expectant mother|mom|mum
mama|madre primeriza ~ fui|era
prueba ..2 embarazo ..2 positiva
esperando|espero ..1 bebe|gemelos
weeks gestation
high-risk pregnancy
current pregnancy
carrying twins|triplets
carrying a baby
weeks|months|wks along
i'm|im|am (about|almost|only|already) #4-41 weeks|wks $ ~ post|postop|out|sober|clean|surgery|smoke|smoking|recovery|
    old
#1-9|two|three|four|five|six|seven|eight|nine months gone ~ pain|symptoms|symptom|swelling|bruise
con|en meses|semanas de embarazo
am|i'm|im with child
i'm|im|am|we're having ..2 baby|babies|twins ~ shower|sitter|back
baby|bebe coming|arriving|arrives|nace ..3 january|february|march|april|may|june|july|august|september|october|
    november|december|soon|weeks|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|
    diciembre
embarazo ..1 alto riesgo
edd|edc #1-12
tengo #5-41 semanas $ ~ vacaciones
weeks|wks|wk|semanas preg|pg
weeks|wks|months with twins|triplets
baby|babies|twins ..2 due ..1 in|on|this|next|any|january|february|march|april|may|june|july|august|september|october|
    november|december
due with my|our|a|baby|twins
"""
        ),
        past=Past.APPLIES,
    ),
    Condition(
        code="expecting",
        counts_as="pregnancy",
        words=("expecting",),
        past=Past.APPLIES,
        near=(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "baby",
        ),
    ),
)
