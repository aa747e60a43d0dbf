"""Medicines the clinic knows and that raise nothing.

None is ever taken for a slip of the pen in a listed name, and a medicine list that holds one can be
read. The look-alikes are the ones most often confused with a listed name.
"""

_LOOKALIKES = """
cardura avandia lasix paxil elavil pravachol praluent savella flovent xopenex premarin xanax lamisil
lamivudine famotidine kaletra keflex dilaudid diltiazem clonazepam toprol tramadol advair niacin
prenatal folic flonase hydroxyzine metolazone betamethasone imodium ritalin latuda levitra brintellix
"""

_OTHERS = """
abacavir abilify abiraterone acamprosate accupril accutane acetaminophen actigall actos acyclovir
adapalene adderall adipex advair aimovig ajovy albuterol aldactone alirocumab allegra allopurinol
alprazolam altace amantadine ambien amiodarone amitiza amitriptyline amlodipine amlodipino amoxicillin
anastrozole androgel anoro antabuse antacid antibiotic antibiotics antivert apalutamide apremilast
aranesp aricept arimidex aripiprazole aromasin arymo asacol ashwagandha atacand atarax atenolol
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
d3 dabrafenib dantrium dantrolene dapagliflozin darolutamide degarelix demadex demerol denosumab depo
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
orgovyx orphenadrine ortho oseltamivir osimertinib ospemifene otezla oxybutynin oxycodone oxycontin
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
tadalafil tagrisso tamiflu tamoxifen tamsulosin tapazole tapentadol tazarotene tecentriq telmisartan
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

LOOKALIKES = frozenset(_LOOKALIKES.split())
OTHER_MEDICINES = frozenset(_OTHERS.split())
