//! What people call the columns of their sheets, in five languages. Written as headings are compared: without capitals and accents. Each list is
//! one text, with a bar between its words.

use super::fields::SheetField::{
    self, Activity, Adm1, Adm2, Adm3, Amount, Area, CountedBefore, Currency, Indicator, Modality, Nil, Organisation,
    Period, PopulationGroup, Project, Remarks, Sector, Site, Status, Units, Whom, Year,
};

/// Headings by what they mean.
pub(super) const SYNONYMS: &[(SheetField, &str)] = &[
    (
        Organisation,
        "organisation | organization | org | org name | org acronym | organization name | organisation name | \
        partner | partner name | partner acronym | partner full name | partner code | implementing partner | \
        implementing partner name | implementing partner code | implementing organisation | implementing \
        organization | reporting organisation | reporting organization | reporting partner | agency | agency \
        name | ngo | who | acronyme | accronyme | partenaire | partenaire de mise en oeuvre | nom du partenaire \
        | nom de l organisation | organizacion | organizacion implementadora | socio | socio implementador | \
        nombre de la organizacion | nombre del socio | organizacao | parceiro | parceiro implementador | nome da \
        organizacao | المنظمة | اسم المنظمة | الشريك | الشريك المنفذ | اسم الشريك",
    ),
    (
        Period,
        "month | reporting month | reported month | report month | period | reporting period | date | reporting \
        date | date reported | when | month of report | mois | mois de rapportage | mois du rapport | periode | \
        date de rapport | mes | mes de reporte | mes reportado | periodo | fecha | fecha de reporte | mes do \
        relatorio | data | periodo de relatorio | الشهر | شهر التقرير | الفترة | التاريخ",
    ),
    (Year, "year | reporting year | annee | ano | ano de reporte | السنة | العام"),
    (
        Activity,
        "activity | activity name | activity code | activities | hrp activity | activity type | type of activity \
        | what | intervention | activite | activites | code de l activite | type d activite | nom de l activite \
        | actividad | actividades | codigo de actividad | tipo de actividad | atividade | atividades | codigo da \
        atividade | tipo de atividade | النشاط | الانشطة | نوع النشاط | اسم النشاط",
    ),
    (
        Indicator,
        "indicator | indicator name | indicator code | hrp indicator | indicateur | code de l indicateur | nom de \
        l indicateur | indicador | codigo de indicador | codigo do indicador | الموشر | رمز الموشر",
    ),
    (
        Adm1,
        "admin1 | admin 1 | adm1 | admin1 name | admin 1 name | admin1name | adm1 name | adm1 en | admin1 pcode | \
        admin 1 pcode | adm1 pcode | admin1pcode | prov code | province | province name | province code | \
        province pcode | governorate | governorate name | governorate code | governorate pcode | state | state \
        name | state code | state pcode | region | region code | region pcode | oblast | departement | nom de la \
        region | code de la region | departamento | estado | departamento provincia estado | codigo estado | \
        provincia | المحافظة | المحافظه | الولاية | رمز المحافظة",
    ),
    (
        Adm2,
        "admin2 | admin 2 | adm2 | admin2 name | admin 2 name | admin2name | adm2 name | adm2 en | admin2 pcode | \
        admin 2 pcode | adm2 pcode | admin2pcode | dist code | district | district name | district code | \
        district pcode | lga | lga name | county | municipality | locality | woreda zone | raion | cercle | \
        commune | territoire | code du district | municipio | codigo municipio | distrito | القضاء | المنطقة | \
        المديرية | رمز المنطقة",
    ),
    (
        Adm3,
        "admin3 | admin 3 | adm3 | admin3 name | admin 3 name | admin3name | adm3 name | adm3 en | admin3 pcode | \
        admin 3 pcode | adm3 pcode | admin3pcode | sub district | subdistrict | sub district name | sub district \
        code | subdistrict pcode | ward | woreda | hromada | arrondissement | sous prefecture | parroquia | \
        codigo parroquia | posto administrativo | الناحية | رمز الناحية",
    ),
    (
        Area,
        "p code | pcode | p codes | pcodes | place code | area code | location code | location p code | location pcode | code p | codigo p",
    ),
    (
        Site,
        "school | school name | school code | school id | emis | emis code | emis id | site | site name | site \
        code | location | location name | learning centre | learning center | learning space | school learning \
        centre name | school learning center name | name of school | camp name | ecole | nom de l ecole | code \
        de l ecole | etablissement | escuela | nombre de la escuela | codigo de la escuela | centro educativo | \
        escola | nome da escola | codigo da escola | المدرسة | اسم المدرسة | رمز المدرسة | الموقع | اسم الموقع",
    ),
    (
        PopulationGroup,
        "population group | population type | beneficiary type | type of beneficiary | type of beneficiaries | \
        target group | beneficiary group | population status | displacement status | groupe de population | type \
        de beneficiaires | type de population | grupo de poblacion | tipo de poblacion | tipo de beneficiario | \
        grupo populacional | tipo de populacao | tipo de beneficiarios | فية السكان | نوع المستفيدين | الفية \
        المستهدفة",
    ),
    (
        Modality,
        "modality | activity modality | delivery modality | modality of delivery | assistance modality | modalite \
        | modalite d assistance | modalidad | modalidad de entrega | modalidade | الطريقة | طريقة التنفيذ | \
        طريقة التقديم",
    ),
    (
        Status,
        "status | activity status | project status | implementation status | statut | etat | statut de l activite \
        | estado de la actividad | estatus | situacao | estado da atividade | الحالة | حالة النشاط",
    ),
    (Nil, "nothing to report | nil | nil report | rien a signaler | nada que informar | nada a relatar"),
    (
        Whom,
        "sex | gender | age | age group | age band | sex and age | disaggregation | sexe | genre | age sexe | \
        tranche d age | groupe d age | sexo | genero | edad | grupo de edad | grupo etario | rango de edad | \
        idade | faixa etaria | الجنس | العمر | الفية العمرية",
    ),
    (
        CountedBefore,
        "recurrent beneficiaries | recurrent | repeated | counted before | beneficiaires recurrents | \
        beneficiarios recurrentes | beneficiarios recorrentes | recurrente | مكرر",
    ),
    (
        Units,
        "units | units delivered | quantity | number of units | quantite | cantidad | quantidade | unidades | \
        العدد المنفذ | الكمية",
    ),
    (
        Amount,
        "amount | amount spent | expenditure | cost | budget spent | depenses | montant | gasto | monto | \
        montante | valor gasto | المبلغ",
    ),
    (
        Project,
        "project | project code | project name | hrp project code | projet | code du projet | proyecto | codigo de proyecto | projeto | codigo do projeto | المشروع | رمز المشروع",
    ),
    (Currency, "currency | devise | monnaie | moneda | moeda | العملة"),
    (
        Remarks,
        "remarks | comments | comment | notes | note | remarques | commentaires | observations | observaciones | \
        comentarios | observacoes | ملاحظات | تعليقات",
    ),
    (
        Sector,
        "cluster | sector | cluster sector | sector cluster | cluster sector code | cluster code | sector code | \
        secteur | secteur cluster | sector cluster name | setor | cluster name | القطاع | المجموعة القطاعية",
    ),
];

/// Words that say that people were reached.
pub(super) const REACHED: &str = "reached | atteint | atteints | atteinte | atteintes | alcanzado | alcanzados | alcanzada | alcanzadas | \
        alcancado | alcancados | alcancada | alcancadas | الذين | اللواتي | تم | الوصول | اليهم | اليهن";

/// Words for everyone who lives somewhere.
pub(super) const POPULATION: &str = "population | populations | poblacion | populacao | السكان";

/// Words for people who are in need, or meant to be reached.
pub(super) const OTHERS: &str = "target | targets | targeted | planned | plan | need | needs | pin | affected | cible | cibles | ciblee | \
        ciblees | prevu | prevus | prevues | besoin | besoins | affectes | affectees | meta | metas | objetivo | previsto | previstos | \
        planificado | planificados | necesidad | necesidades | afectados | afectadas | alvo | necessidade | necessidades | planeados | \
        afetados | afetadas | المستهدفون | المستهدفين | المستهدف | المحتاجون | المحتاجين | المتضررون | المتضررين | الاحتياج";

/// Words that say that people were counted for the first time.
pub(super) const NEW: &str = "new | newly | nouveau | nouveaux | nouvelles | nuevo | nuevos | nuevas | novo | novos | novas | جديد | \
        جدد | الجدد";

/// Words that say that they were counted before.
pub(super) const REPEATED: &str = "repeat | repeated | recurrent | recurring | again | repetes | recurrents | recurrentes | repetidos | \
        recorrentes | مكرر | المكررون";

/// Words for a field's list, beside those of the templates.
pub(super) const STATUS_WORDS: &[(&str, &str)] = &[
    (
        "PLANNED",
        "planned | plan | not started | planifie | prevu | planificado | planificada | previsto | planejado | \
        planeado | مخطط",
    ),
    (
        "ONGOING",
        "ongoing | on going | in progress | implementing | active | en cours | en curso | em curso | em andamento \
        | جار | قيد التنفيذ | مستمر",
    ),
    (
        "COMPLETED",
        "completed | complete | done | finished | implemented | termine | acheve | finalizado | completado | \
        completada | terminado | concluido | مكتمل | منجز",
    ),
    ("SUSPENDED", "suspended | on hold | suspendu | suspendido | suspenso | معلق"),
    ("CANCELLED", "cancelled | canceled | annule | cancelado | cancelada | ملغى | ملغي"),
];

/// The same for how help is delivered.
pub(super) const MODALITY_WORDS: &[(&str, &str)] = &[
    ("IN_KIND", "in kind | inkind | in kind assistance | goods | kits | en nature | en especie | em especie | عيني"),
    (
        "SERVICE",
        "service | services | service delivery | service provision | prestation de service | servicio | servicios \
        | servico | خدمة | خدمات",
    ),
    (
        "CASH",
        "cash | cash transfer | cash assistance | especes | transfert monetaire | efectivo | dinheiro | نقد | \
        نقدي",
    ),
    ("VOUCHER", "voucher | vouchers | coupon | coupons | cupon | vale | vales | قسيمة"),
];

/// Words for what sort of thing something is: the type of an organisation is no organisation.
pub(super) const KIND: &str = "type | types | kind | category | categorie | tipo | categoria | نوع | فية | تصنيف";

/// Words for the sector of education, beside the names of the cluster.
pub(super) const EDUCATION: &str = "education | edu | eie | education in emergencies | education cluster | education sector | eie op | \
        education op | educacion | educacao | educacion en emergencias | education en situations d urgence | \
        التعليم | قطاع التعليم | operational presence education in emergencies";

/// The words of a list.
pub(super) fn each(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').map(str::trim)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::kit::sheet::words;

    #[test]
    fn every_word_is_written_as_it_is_compared_and_means_one_thing() {
        let mut owners: HashMap<&str, SheetField> = HashMap::new();
        for (field, synonyms) in SYNONYMS {
            for synonym in each(synonyms) {
                assert_eq!(words(synonym), synonym);
                assert_eq!(*owners.entry(synonym).or_insert(*field), *field, "{synonym}");
            }
        }
        for list in [STATUS_WORDS, MODALITY_WORDS] {
            let mut owners: HashMap<&str, &str> = HashMap::new();
            for (code, all) in list {
                for word in each(all) {
                    assert_eq!(words(word), word);
                    assert_eq!(owners.entry(word).or_insert(code), code, "{word}");
                }
            }
        }
        assert!(
            [NEW, REPEATED, EDUCATION, REACHED, POPULATION, OTHERS, KIND]
                .into_iter()
                .flat_map(each)
                .all(|word| words(word) == word)
        );
    }
}
