"""What the demo clinic wrote about itself, in Spanish: English words → Spanish ones."""

IN_SPANISH = {
    "Careful acupuncture for backs that have hurt too long": (
        "Acupuntura con cuidado para espaldas que duelen desde hace mucho"
    ),
    "The green door beside the bakery, a two-minute walk from the Lantern Street Metro stop.": (
        "La puerta verde junto a la panadería, a dos minutos a pie de la parada del Metro Lantern Street."
    ),
    "There is no step, and the door is 36 inches wide. The parking lot has one accessible space. "
    "We can lower the treatment tables. The restroom has room for a wheelchair.": (
        "No hay escalón, y la puerta mide 36 pulgadas (91 cm) de ancho. El estacionamiento tiene un lugar accesible. "
        "Podemos bajar las camillas. En el baño cabe una silla de ruedas."
    ),
    "The talk and the exam\nNeedles, heat, and rest afterward\nA written plan to take home": (
        "La conversación y el examen\nAgujas, calor y descanso después\nUn plan por escrito para llevar a casa"
    ),
    "Letters to insurance companies and employers\nHerbs and other products (we don't sell any)": (
        "Cartas para aseguradoras y empleadores\nHierbas y otros productos (no vendemos ninguno)"
    ),
    "Ada Sample, the clinic's manager": "Ada Sample, la gerente de la clínica",
    "Invented Hosting: runs the server\nInvented Mail: delivers our emails": (
        "Invented Hosting: mantiene el servidor\nInvented Mail: entrega nuestros correos"
    ),
    "U.S. Department of Health and Human Services, Office for Civil Rights\n"
    "200 Independence Avenue SW, Washington, DC 20201": (
        "Departamento de Salud y Servicios Humanos de los EE. UU., Oficina de Derechos Civiles\n"
        "200 Independence Avenue SW, Washington, DC 20201"
    ),
    "A talk and an exam. We use needles only after a practitioner reads your form.": (
        "Una conversación y un examen. Usamos agujas solo después de que un profesional clínico lea su cuestionario."
    ),
    "For visits after the first three, if 30 minutes is enough.": (
        "Para visitas después de las tres primeras, si bastan 30 minutos."
    ),
    "To ask if we are the right place for you, or about your plan.": (
        "Para preguntar si somos el lugar adecuado para usted, o sobre su plan."
    ),
    "A list of your medicines, and reports or scans of your back if you have any.": (
        "Una lista de sus medicinas, y los informes o imágenes de su espalda si los tiene."
    ),
    "The names of any new medicines since you sent your form.": (
        "Los nombres de las medicinas nuevas desde que envió su cuestionario."
    ),
    "The names of any new medicines since your last visit.": (
        "Los nombres de las medicinas nuevas desde su última visita."
    ),
    "Noor was a physical therapist before she learned to needle. She treats backs that have hurt for years.": (
        "Noor era terapeuta física antes de aprender acupuntura. Atiende espaldas que duelen desde hace años."
    ),
    "Tomás has treated runners and dancers for 19 years. He speaks Spanish with a third of his patients.": (
        "Tomás atiende a corredores y bailarines desde hace 19 años. Habla español con un tercio de sus pacientes."
    ),
    "Mei likes careful plans. She sees people who are pregnant and people who take many medicines.": (
        "A Mei le gustan los planes cuidadosos. Atiende a personas embarazadas y a quienes toman muchas medicinas."
    ),
    "A drawing of Noor: long dark hair and a green coat": "Un dibujo de Noor: cabello largo y oscuro, y bata verde",
    "A drawing of Tomás: short gray hair, glasses and a blue coat": (
        "Un dibujo de Tomás: cabello corto y gris, lentes y bata azul"
    ),
    "A drawing of Mei: black hair to the chin and a red coat": (
        "Un dibujo de Mei: cabello negro hasta la barbilla y bata roja"
    ),
    "A drawing of the street: a green door with the number 12 beside a bakery, and no step": (
        "Un dibujo de la calle: una puerta verde con el número 12 junto a una panadería, sin escalón"
    ),
    "Ring the round bell beside the number.": "Toque el timbre redondo junto al número.",
    "A drawing of the waiting room: three green chairs with arms, a window, a water jug and a plant": (
        "Un dibujo de la sala de espera: tres sillas verdes con brazos, una ventana, una jarra de agua y una planta"
    ),
    "A drawing of a treatment room: a padded table with a pillow and a blanket, a lamp and a stool": (
        "Un dibujo de un cuarto de tratamiento: una camilla con almohada y cobija, una lámpara y un banco"
    ),
    "You keep the blanket as long as you like.": "Puede quedarse con la cobija todo el tiempo que quiera.",
    "L.Ac.": "Acupunturista con licencia (L.Ac.)",
    "L.Ac., DAOM": "Acupunturista con licencia y doctorado (L.Ac., DAOM)",
}
