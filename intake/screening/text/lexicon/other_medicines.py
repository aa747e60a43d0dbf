"""Medicines the clinic knows and that raise nothing.

None is ever taken for a slip of the pen in a listed name, and a medicine list that holds one can be
read. The look-alikes are the ones most often confused with a listed name. A name of two or more words
uses up its words: a 'turmeric tea' is no turmeric.
"""

from intake.screening.text.lexicon.shapes import names_in

_LOOKALIKES = """
cardura avandia lasix paxil elavil pravachol praluent savella flovent xopenex premarin xanax lamisil
lamivudine famotidine kaletra keflex dilaudid diltiazem clonazepam toprol tramadol advair niacin
prenatal folic flonase hydroxyzine metolazone imodium ritalin latuda levitra brintellix
"""

_OTHERS = """
abacavir abilify abiraterone acamprosate accupril accutane acetaminophen actigall actos acyclovir
adapalene adderall adipex advair aimovig ajovy albuterol aldactone alirocumab allegra allopurinol
alprazolam altace amantadine ambien amiodarone amitiza amitriptyline amlodipine amlodipino amoxicillin
anastrozole androgel anoro antabuse antacid antibiotic antibiotics antivert apalutamide aranesp aricept
arimidex aripiprazole aromasin arymo asacol ashwagandha atacand atarax atenolol
atezolizumab ativan atogepant atomoxetine atorvastatin atorvastatina atripla atrovent augmentin austedo
avapro avastin avelox aviane avodart axitinib azelaic azelastine azilect azithromycin azulfidine
b12 bacitracin baclofen bactrim bactroban balsalazide baraclude belbuca benadryl benazepril benicar
bentyl benzonatate benzoyl benztropine berberine betamethasone betapace bevacizumab biaxin bicalutamide
biktarvy biotin bisacodyl bismuth bisoprolol boswellia botox breo budesonide bumetanide bumex
buprenorphine bupropion buspar buspirone butalbital butrans
cabometyx cabozantinib cafergot calan calcipotriene calcitonin calcitriol calcium camila canagliflozin
candesartan captopril carafate carbidopa cardizem cardura carisoprodol carvedilol casodex catapres cbd
cefdinir cefuroxime celebrex celecoxib celexa centrum cephalexin cetirizine cetuximab chantix chlorella
chlorthalidone chlorzoxazone cholecalciferol cholestyramine cialis cinacalcet cinnamon cipro
ciprofloxacin citalopram clarinex clarithromycin claritin cleocin clindamycin clobetasol clonazepam
clonidine clotrimazole codeine cogentin colace colchicine colcrys colesevelam collagen compazine
complera concerta contraceptive conzip copaxone coq10 coreg corgard corlanor cozaar creatine creon
crestor crisaborole cyclobenzaprine cymbalta cytomel cytotec
d3 dabrafenib dantrium dantrolene dapagliflozin darolutamide degarelix demadex demerol depo
descovy desloratadine desvenlafaxine desyrel detrol deutetrabenazine dexilant dexlansoprazole
dextroamphetamine diazepam dicyclomine differin diflucan digoxin dihydroergotamine dilaudid diltiazem
diovan diphenhydramine disulfiram ditropan docusate dofetilide dolutegravir donepezil dovonex doxazosin
doxepin doxycycline dronedarone dulaglutide dulcolax duloxetine dupilumab dupixent duragesic durvalumab
dutasteride dyazide dysport
echinacea effexor elavil elderberry elidel embeda emgality empagliflozin emtricitabine enalapril ensure
entacapone entecavir entresto enzalutamide epinephrine epipen epivir epoetin epogen epzicom erbitux
erenumab ergocalciferol erleada errin escitalopram esomeprazole estrace estradiol estring estrogen
eszopiclone eucrisa euthyrox evista evolocumab exelon exemestane exforge ezetimibe
famotidine farxiga faslodex febuxostat femara fenofibrate fentanyl feraheme ferrous fexofenadine
finasteride fioricet firmagon flagyl flecainide flexeril flomax flonase florinef flovent fluconazole
fludrocortisone fluoxetine fluticasone fluvoxamine folic fosinopril fremanezumab fulvestrant furosemide
galantamine galcanezumab gaviscon gemfibrozil genvoya geodon glatiramer glucerna glucophage glucosamine
glycopyrrolate goserelin guaifenesin guanfacine gummies
haldol haloperidol hemp herceptin hydralazine hydrochlorothiazide hydrocodone hydrocortisone
hydromorphone hydroxychloroquine hydroxyzine hyoscyamine hysingla hytrin hyzaar
imdur imfinzi imitrex imodium inclisiran inderal ingrezza inhaler injectafer inlyta intuniv invokana
ipilimumab ipratropium irbesartan iron isosorbide isotretinoin ivabradine ivermectin
janumet januvia jardiance journavx junel
kaletra kariva kava keflex kenalog ketoconazole ketotifen keytruda kisunla klonopin kratom
labetalol lactulose lamisil lamivudine lanoxin lanreotide lansoprazole lanthanum lasix lasmiditan
latanoprost latuda laxative lenvatinib lenvima leqembi leqvio letrozole leuprolide levalbuterol levaquin
levitra levocetirizine levodopa levofloxacin levothyroxine levotiroxina levoxyl levsin lexapro lialda
lidocaine lidoderm linaclotide linagliptin linzess lioresal liothyronine lipitor liraglutide
lisdexamfetamine lisinopril lithium lithobid lo-ovral loestrin lofexidine loperamide lopid lopressor
loratadine lorazepam lorzone losartan lotensin lotrimin lovastatin lubiprostone lucemyra lunesta lupron
lurasidone luvox
maalox maca macrobid magnesium maxalt maxzide meclizine medroxyprogesterone melatonin memantine
meperidine mesalamine mestinon metamucil metaxalone metformin metformina methadone methergine
methocarbamol methylphenidate metoclopramide metolazone metoprolol metronidazole mevacor mexiletine
miacalcin micardis microzide milnacipran minipress minoxidil mirabegron miralax mirapex mirena
mirtazapine misoprostol mitigare modafinil mometasone montelukast moringa morphine motegrity mounjaro
moxifloxacin msm mucinex multaq multivitamin multivitamins mupirocin mylanta myrbetriq
nadolol naloxone naltrexone namenda narcan nasonex nature-throid neosporin neupro nexavar nexium
nexletol nexplanon niacin niaspan nifedipine nitrofurantoin nitroglycerin nitrostat nivolumab nolvadex
norco norflex nortriptyline norvasc nubeqa nucynta nuplazid nurtec nuvaring nystatin
octreotide odefsey olanzapine olmesartan omalizumab omeprazol omeprazole ondansetron opana opdivo
orgovyx orphenadrine ortho oseltamivir osimertinib ospemifene oxybutynin oxycodone oxycontin
oxymorphone ozempic
pacerone palmetto pamelor pancrelipase pantoprazole paracetamol parafon paroxetine paxil pazopanib
pedialyte pembrolizumab penicillin pentasa pepcid percocet perindopril perjeta permethrin pertuzumab
phenazopyridine phenergan phentermine pimavanserin pimecrolimus pioglitazone plaquenil polyethylene
polysporin potassium praluent pramipexole pravachol pravastatin prazosin prednicarbate premarin prenatal
prenatals prevacid prezcobix prilosec prinivil pristiq proair probiotic probiotics procardia
prochlorperazine procrit progesterone promethazine prometrium propafenone propecia propranolol proscar
protonix proventil provera provigil prozac prucalopride pseudoephedrine psyllium pulmicort pyridium
pyridostigmine
questran quetiapine quinapril qulipta
raloxifene ramipril ranexa ranitidine ranolazine rasagiline reglan regorafenib relugolix remeron renvela
repatha requip restoril retacrit retin revia reyvow rhodiola rifaximin rilutek riluzole rimegepant
risperdal risperidone ritalin rivastigmine rizatriptan robaxin robinul rocaltrol rogaine rolaids
ropinirole rosuvastatin rotigotine roxicodone rybelsus rythmol
sacubitril salicylic savella saw saxenda seasonique seglentis selegiline semaglutide senna senokot
sensipar seroquel sertraline sevelamer shingrix sildenafil silenor simethicone simvastatin sinemet
singulair sitagliptin skelaxin slynd solifenacin sonata sorafenib sotalol spiriva spironolactone
spirulina sprintec statin stivarga strattera sublocade suboxone sucralfate sudafed sulfamethoxazole
sulfasalazine sumatriptan suzetrigine symbicort symtuza synthroid
tadalafil tagrisso tamiflu tamoxifen tamsulosin tapentadol tazarotene tecentriq telmisartan
temazepam tenofovir tenormin terazosin terbinafine tessalon testosterone thalitone theophylline tikosyn
timolol tiotropium tirzepatide tivicay tizanidine tolterodine toprol torsemide tradjenta trajenta
tramadol trametinib trandate trastuzumab trazodone trelegy tretinoin tri-sprintec triamcinolone
triamterene tricor trihexyphenidyl trintellix triumeq trudhesa trulicity truvada tums tylenol
ubiquinol ubrelvy ubrogepant uloric ultram umeclidinium unithroid ursodiol
vagifem valacyclovir valbenazine valerian valium valsartan valtrex vardenafil varenicline vasotec
vemurafenib venlafaxine venofer ventolin verapamil vesicare viagra vibramycin vicodin victoza viibryd
vilazodone vistaril vitamin vitamina vitaminas vitamins vivitrol vortioxetine votrient vyepti vyvanse
wegovy welchol wellbutrin whey
xalatan xanax xeomin xgeva xifaxan xolair xopenex xtampza xtandi xyzal
yasmin yervoy
zaleplon zanaflex zantac zaroxolyn zebeta zenpep zepbound zestril zetia zinc ziprasidone zithromax zocor
zofran zoladex zolmitriptan zoloft zolpidem zomig zostavax zovirax zyloprim zyprexa zyrtec zytiga
"""

_MORE_LOOKALIKES = """
lupus anticoagulant, lupus anticoagulants, anticoagulante lupico, heparin induced, actos, advantan,
amobarbital, arixa, brisdelle, butabarbital, ceftin, celexa, coreg, cozaar,
cycloserine, dexmedetomidine, dexmethylphenidate, dextromethorphan, effexor, elidel, eliglustat,
ellura, enablex, entresto, fosfomycin, fosinopril, fragmentin, garamycin, glucagon, glucosamine,
glucotab, humatin, humatrope, keflin, ketamine, ketotifen, levocarnitine, levodopa, levofloxacin,
levoxyl, lexapro, losec, mercaptamine, metaxalone, methazolamide, methenamine, methyldopa,
methylprednisolone aceponate, mometasone, penicillin v, pentifylline, pentobarbital, phenazopyridine,
phenelzine, phentermine, phenylephrine, plaquenil, pravastatin, predef, prednicarbate, presser,
prevacid, prilosec, primaquine, primatene, pristiq, proair, procardia, proscar, provera, rebif,
remeron, renagel, secobarbital, stalevo, symbyax, tegaserod, thiopental, topicaine, topicort,
valacyclovir, valerian, valium, valsartan, xadago, xartemis, xenical, xermelo, zantac, zyrtec
"""

_ABROAD = """
potassium chloride, cloruro de potasio, muscle relaxer, muscle relaxers, muscle relaxant, muscle relaxants,
relajante muscular, soma, spiro, tryptizol, triptizol, thyroxine, dytor, bendroflumethiazide,
bendrofluazide, indapamide, doxazosin, felodipine, co-amilofruse,
abiraterona, acarbosa, acarbose, acebutolol, acelex, acetaminofen, acetylcysteine, aciclovir,
acido folico, acido ursodesoxicolico, aciphex, aerolin, aescin, agomelatine, agua, airborne,
albendazol, albendazole, alfuzosin, allergy medicine, allergy pill, allergy pills, allergy shots,
aloe vera, alogliptin, alopurinol, alpha lipoic acid, althea pill, amantadina, ambroxol, amiloride,
amiodarona, amisulpride, amitriptilina, amlodipina, amlokind, amlong, amoxicilina,
amoxicillin clavulanate, amoxiclav, ampicilina, ampicillin, anastrozol, annovera, antiacido,
anticonceptivo, anticonceptivos, antidepressant, antihistamine, antihistaminico, apple cider vinegar,
apri, arandano, arcoxia, aripiprazol, armour thyroid, arnica, artificial tears, artrodar, ascoril,
asthalin, atamel, atomoxetina, atorva, auranofin, azilsartan, azitromicina, azor, b complex, b-complex,
baclofeno, bactrim f, beclometasona inhalada, beclometasone, becosules, bedoyecta, bempedoic, bengay,
benidipine, benzbromarone, betahistina, betahistine, beyaz, bezafibrate, bezafibrato, bicalutamida,
bilastina, bilastine, bilberry, bimatoprost, bioflu, biofreeze, biogesic, bipap, biperiden,
birth control, birth control implant, birth control patch, birth control pill, birth control pills,
birth control shot, bisacodilo, bismuto, bisoprolol fumarate, blisovi, boost, brexpiprazole,
brimonidine, bromazepam, bromhexine, bromocriptine, budesonida inhalada, bumetanida, buprenorfina,
buscapina, buscopan, bydureon, byetta, bystolic, cabergolina, cabergoline, caduet, cafe, caffeine,
calcio, calcium dobesilate, calpol, caltrate, cannabis, caplyta, carbocisteine, cardo mariano,
cariprazine, carnitine, cbd oil, cefalexina, cefixime, ceftriaxone, cefuroxima, celecoxibum,
centrum silver, cerazette, cetirizina, chamomile, chewing gum, chia, chlormezanone, chloroquine,
chlorpheniramine, cholesterol medicine, cholesterol pill, chondroitin, chromium, ciclobenzaprina,
cilacar, cilnidipine, cinarizina, cinc, cinitapride, cinnarizine, ciprofibrate, ciprofloxacino,
claritine, claritromicina, clindamicina, clomid, clomiphene, clomipramina, clomipramine, clonidina,
clorfenamina, cloroquina, clortalidona, co-codamol, cocodamol, codeina, coenzyme q10, coffee, colageno,
colchicina, cold medicine, complejo b, condroitina, contraceptive pill, contraceptives, coq-10,
cotrimoxazole, cough drops, cough syrup, coveram, cpap, cranberry, creatina, crocin, cryselle, dabex,
daflon, dantroleno, dapagliflozina, dayquil, decolgen, dehydroepiandrosterone, depo-provera,
desloratadina, desmopressin, desogestrel, desvenlafaxina, desvenlafaxine er, dexchlorpheniramine, dhea,
diacerein, diacereina, diane-35, dicicloverina, difenhidramina, digoxina, dihydrocodeine, dimefor,
diosmin, diosmina, diuretic, dolo 650, dolocet, domperidona, domperidone, donepezilo, dorzolamide,
doxazosina, doxiciclina, drospirenone, dulaglutida, duloxetina, duolin, dutasterida, dynastat,
ebastina, ebastine, edarbi, edibles, eggs, electrolitos, electrolyte, electrolytes, eltroxin,
emergen-c, empagliflozina, enalaprilo, ensure plus, eperisone, eplerenona, eplerenone, eprosartan,
epsom salt, ertugliflozin, esbriet, escin, escitalopram oxalate, esomeprazol, espironolactona,
estatina, estrogenos, ethambutol, ethinyl estradiol, etizolam, etoricoxib, eutirox, exemestano,
exenatide, exforge hct, eye drops, ezetimiba, famciclovir, famotidina, felodipine, felodipino,
fenofibrato, fentanilo, ferrous sulfate, fexofenadina, fiber, fibra, finasterida, finerenone,
flavoxate, flaxseed, flecainida, fluconazol, flunarizina, flunarizine, fluoxetina, fluvastatin, folate,
foracort, formoterol, forxiga, fosfomicina, fosfomycin, furosemida, galantamina, galvus, galvus met,
garlic, gatorade, gemfibrozilo, geworin, gibtulio, ginger, glucobay, glucophage xr, glucosamina,
glutathione, glyciphage, glycomet, goserelina, green tea, greens, greens powder, griseofulvin,
guaifenesina, gynera, hcq, hcqs, hctz, herbalife, hidralazina, hidroclorotiazida, hidrocodona,
hidrosmina, hidroxicloroquina, hidroxizina, hierro, honey, horse chestnut, hyaluronic, hyoscine,
icy hot, iguratimod, imipramina, imipramine, imrecoxib, indapamida, indapamide, inositol, inspra,
iodine, ipratropio, isoniazid, isoniazida, isosorbida, isradipine, istavel, itopride, itraconazol,
itraconazole, iud, ivabradina, ivermectina, juice, kefir, kelp, kerendia, ketoconazol, kombucha,
kyleena, l-lysine, lacidipine, lactulosa, lagrimas artificiales, lancets, lansoprazol, larin, lavender,
laxante, lemon, lercanidipine, lercanidipino, letrozol, leuprorelin, levocetirizina,
levodopa carbidopa, levofloxacino, levonorgestrel, levora, levosulpiride, levothyroxine sodium,
levotiroxina sodica, lexotan, lexotanil, liletta, limon, linagliptina, linaza, linezolid, liotironina,
lipoic, liraglutida, lisinoprilo, lithium carbonate, litio, livalo, lixisenatide, lo loestrin,
loperamida, loratadina, losartan potassium, losartana, lotrel, lovastatina, lumateperone, lumiracoxib,
lutein, lutera, lysine, macrogol, magaldrate, magnesio, manzanilla, marijuana, marvelon, matcha,
mebeverine, medroxiprogesterona, mejoralito, melatonina, memantina, mercilon, mesalazina, mesalazine,
metadona, methyldopa, metildopa, metilfenidato, metocarbamol, metoclopramida, metolar,
metoprolol succinate, metoprolol tartrate, metronidazol, microgestin, microlut, miel, miglitol, milk,
milk thistle, mini pill, minipill, minocycline, mirtazapina, moisturizer, molnupiravir,
mononitrato de isosorbide, montelukast sodium, morfina, mosapride, motilium, mouthwash, moxifloxacino,
moxonidine, mucosta, multi vitamin, multivit, mydocalm, myonal, nac, nalbufina, natazia, natrilix,
nature made, nebivolol, neozep, nesina, neurobion, nexlizet, nextstellis, nicorette, nicotine,
nicotine patch, nifedipino, nimodipine, nintedanib, nistatina, nitazoxanide, nitrofurantoina,
nitroglicerina, nmn, noni, nopal, norethindrone, norgestimate, nortriptilina, np thyroid, nyquil, oats,
obimet, ofev, olanzapina, omnilife, one a day, onglyza, opill, oral contraceptive, oral contraceptives,
oregano oil, orfenadrina, ortho tri-cyclen, oxibutinina, oxicodona, oxra, oxygen, paliperidone, pan 40,
pan d, panadol, pancreatina, pantocid, pantop, pantoprazol, paragard, parecoxib, pariet, paroxetina,
pasiflora, passionflower, pastillas anticonceptivas, nirmatrelvir ritonavir, paxlovid, penicillamine, peppermint oil,
perindoprilo, pinaverium, pioglitazona, pioz, pirfenidona, pirfenidone, pitavastatin, plaquinol,
polmacoxib, pramipexol, pravastatina, prazosina, prebiotic, predial, probenecid, probiotico,
probioticos, progesterona, propafenona, protein, protein powder, proteina, psyllium husk, pyrazinamide,
quercetin, quetiapina, rabeprazol, rabeprazole, ramiprilo, ranitidina, ranolazina, rasagilina, razo,
rebamipide, resveratrol, rexulti, rifampicin, rifampin, risperidona, rivastigmina, rivotril,
robitussin, ropinirol, rosuvas, rosuvastatina, rozavel, rupatadine, sabila, sacubitrilo, salbutamol,
salbutamol inhaler, saline, salmeterol, salonpas lidocaine, saxagliptin, selenium, semaglutida, serc,
seretide, sertralina, shake, shakes, shelcal, sibelium, sildenafilo, silodosin, simeticona,
simvastatina, sitagliptina, skyla, sleeping pill, smoothie, solifenacina, solmux, stamlo, statins,
steglatro, stool softener, stugeron, sucralfato, sulfa, sulfa drugs, sulfasalazina, sulpirida,
sulpiride, sunscreen, super greens, tadalafilo, tafil, tafirol, tamoxifeno, tamsulosina, tarina,
taurine, taytulla, te verde, tea, telma, telmikind, tempra, teneligliptin, teofilina, teprenone,
terazosina, terbinafina, test strips, testosterona, thc, the pill, theraflu, thiocolchicoside,
thyroid medicine, thyroid pill, thyronorm, thyrox, tianeptine, tibolona, tibolone, tiger balm,
tiotropio, tirzepatida, tizanidina, tolperisone, tolterodina, toothpaste, torasemida, tramadol hcl,
tramadol paracetamol, tranexamic, tranexamico, travoprost, trazodona, tri-cyclen, tri-lo-marzia,
triamtereno, tribedoce, tribenzor, trihexifenidilo, trimebutina, trimebutine, trimetazidina,
trimetazidine, trimetoprima, triplixam, triptorelin, troxerutin, trust pill, turmeric tea, twirla,
twynsta, tylex, udiliv, ultracet, uricosurics, ursodeoxycholic, uña de gato, valaciclovir, valeriana,
vastarel, venlafaxina, verapamilo, vericiguat, verquvo, vicks, vienva, vildagliptin, vildagliptina,
vinagre de manzana, vitamin a, vitamin b, vitamin b12, vitamin b6, vitamin c, vitamin d, vitamin d3,
vitamin k, vitamin k2, voglibose, vortioxetina, vraylar, vytorin, water, water pill, weed, winadeine,
xulane, yaz, yogurt, zaldiar, zicam, zincovit, zopiclona, zopiclone
"""

LOOKALIKES = frozenset((*_LOOKALIKES.split(), *names_in(_MORE_LOOKALIKES)))
OTHER_MEDICINES = frozenset((*_OTHERS.split(), *names_in(_ABROAD)))
