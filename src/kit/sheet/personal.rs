//! A look-out for data about single persons. We keep counts only; a sheet that carries names or telephone numbers of learners should not
//! have been sent, and whoever sent it should know.

use super::{Cell, Issue, Issues, Table, column_letters, header::words};

/// Words that tell of a person's own data, in our five languages, as [`words`] spells them. A phrase must stand whole in the heading.
const PERSONAL: &[&str] = &[
    "first name",
    "last name",
    "family name",
    "full name",
    "surname",
    "father name",
    "mother name",
    "father s name",
    "mother s name",
    "child name",
    "child s name",
    "name of child",
    "name of the child",
    "student name",
    "student s name",
    "name of student",
    "pupil name",
    "learner name",
    "name of learner",
    "beneficiary name",
    "name of beneficiary",
    "caregiver name",
    "guardian name",
    "parent name",
    "phone",
    "phone number",
    "mobile number",
    "telephone",
    "whatsapp",
    "national id",
    "id number",
    "id card",
    "passport",
    "birth certificate",
    "date of birth",
    "birth date",
    "dob",
    "home address",
    "prenom",
    "nom de famille",
    "nom complet",
    "nom de l eleve",
    "nom de l enfant",
    "nom du pere",
    "nom de la mere",
    "numero de telephone",
    "carte d identite",
    "numero d identite",
    "date de naissance",
    "nombre completo",
    "apellido",
    "apellidos",
    "nombre del alumno",
    "nombre del estudiante",
    "nombre del nino",
    "telefono",
    "cedula",
    "documento de identidad",
    "fecha de nacimiento",
    "nome completo",
    "sobrenome",
    "apelido",
    "nome do aluno",
    "nome da crianca",
    "telefone",
    "telemovel",
    "bilhete de identidade",
    "data de nascimento",
    "اسم الطالب",
    "اسم الطفل",
    "الاسم الكامل",
    "اسم الاب",
    "اسم الام",
    "رقم الهاتف",
    "هاتف",
    "رقم الهوية",
    "الرقم الوطني",
    "تاريخ الميلاد",
];

/// Words that tell of an organisation, a place or a project: its full name is no person's.
const NOT_PERSONAL: &[&str] = &[
    "partner",
    "organisation",
    "organization",
    "agency",
    "donor",
    "school",
    "project",
    "partenaire",
    "ecole",
    "projet",
    "socio",
    "organizacion",
    "escuela",
    "proyecto",
    "parceiro",
    "organizacao",
    "escola",
    "projeto",
    "الشريك",
    "المنظمة",
    "المدرسة",
    "المشروع",
];

/// How many filled cells of a column must be seen before their look says anything.
const SAMPLE: usize = 5;

/// Warns of columns that look like data of single persons: by their headings, or because most of their cells look like telephone numbers.
/// Only columns that the import does not know are looked at; a column it asks for (such as a staff contact) is meant.
pub fn warn_personal_columns(table: &Table<'_>, issues: &mut Issues) {
    for &index in table.unread() {
        if !is_personal(table.caption(index)) && !looks_like_phones(table, index) {
            continue;
        }
        let mut issue = Issue::warning(
            "sheet-personal-data",
            format!("column {} looks like data of single persons; it was not read", column_letters(index)),
            "delete such columns before you send a sheet: only counts are kept here, never data of single learners",
        )
        .in_sheet(&table.sheet().name);
        issue.column = Some(table.caption(index).to_owned());
        issues.push(issue);
    }
}

fn is_personal(heading: &str) -> bool {
    let heading = format!(" {} ", words(heading));
    let tells_of = |phrases: &[&str]| phrases.iter().any(|phrase| heading.contains(&format!(" {} ", words(phrase))));
    tells_of(PERSONAL) && !tells_of(NOT_PERSONAL)
}

fn looks_like_phones(table: &Table<'_>, index: usize) -> bool {
    let filled: Vec<String> = table
        .all_rows()
        .iter()
        .filter_map(|row| row.cells.get(index))
        .filter(|cell| **cell != Cell::Empty)
        .map(Cell::to_text)
        .collect();
    let phones = filled.iter().filter(|text| is_phone(text)).count();
    filled.len() >= SAMPLE && phones * 2 > filled.len()
}

/// A number with its trunk zero or country prefix. Counts have neither.
fn is_phone(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.starts_with(['+', '0'])
        && (9..=15).contains(&digits)
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '+' | ' ' | '-' | '(' | ')' | '/'))
}
