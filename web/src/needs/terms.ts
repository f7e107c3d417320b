// The terms by which assessments are described, in the order in which they are offered.
export const KINDS = ['INITIAL', 'RAPID', 'IN_DEPTH', 'MONITORING', 'REGISTRATION', 'OTHER'] as const;
export const WAYS = ['JOINT', 'HARMONISED', 'UNCOORDINATED'] as const;
export const GROUPS = ['ALL', 'AFFECTED', 'NOT_AFFECTED', 'NOT_DISPLACED', 'HOST', 'NOT_HOST', 'DISPLACED', 'IN_TRANSIT', 'MIGRANTS', 'MIGRANTS_IN_TRANSIT', 'MIGRANTS_PERMANENT', 'MIGRANTS_PENDULAR', 'IDPS', 'ASYLUM_SEEKERS', 'REFUGEES', 'RETURNEES', 'OTHERS_OF_CONCERN'] as const;
export const FAMILIES = ['DTM', 'MIRA', 'MSNA', 'EFSA', 'CFSVA', 'PROTECTION_MONITORING', 'HNO', 'BRIEFING_NOTE', 'REGISTRATION', 'IDP_PROFILING', 'CENSUS', 'RMRP', 'RRP', 'SMART', 'OTHER'] as const;
export const FREQUENCIES = ['ONE_OFF', 'REGULAR'] as const;
export const FOCUSES = ['CONTEXT', 'SHOCK', 'DISPLACEMENT', 'CASUALTIES', 'INFORMATION', 'HUMANITARIAN_ACCESS', 'IMPACT', 'HUMANITARIAN_CONDITIONS', 'PEOPLE_AT_RISK', 'PRIORITIES', 'RESPONSE'] as const;
export const TECHNIQUES = ['SECONDARY_DATA', 'KEY_INFORMANTS', 'OBSERVATION', 'COMMUNITY_DISCUSSION', 'FOCUS_GROUP', 'HOUSEHOLDS', 'INDIVIDUALS', 'SATELLITE'] as const;
export const FIGURES = ['POPULATION', 'EXPOSED', 'AFFECTED', 'ACCESS_CONSTRAINED', 'IN_NEED', 'CRITICAL_NEED', 'SEVERE_NEED', 'MODERATE_NEED', 'AT_RISK', 'REACHED'] as const;
export const SAMPLINGS = ['NON_RANDOM', 'RANDOM', 'FULL_ENUMERATION'] as const;
export const PROXIMITIES = ['FACE_TO_FACE', 'REMOTE', 'MIXED'] as const;
export const UNITS = ['CRISIS', 'COUNTRY', 'REGION', 'PROVINCE', 'DISTRICT', 'SUBDISTRICT', 'MUNICIPALITY', 'NEIGHBOURHOOD', 'COMMUNITY_OR_SITE', 'AFFECTED_GROUP', 'HOUSEHOLD', 'INDIVIDUAL'] as const;
export const PILLARS = ['fitForPurpose', 'trustworthiness', 'analyticalRigour', 'analyticalWriting'] as const;
export const DOCUMENTS = ['REPORT', 'DATABASE', 'QUESTIONNAIRE', 'OTHER'] as const;

/** How an assessment is made. What nobody said is empty. */
export interface How {
  family: (typeof FAMILIES)[number];
  frequency: (typeof FREQUENCIES)[number];
  focuses: (typeof FOCUSES)[number][];
  techniques: (typeof TECHNIQUES)[number][];
  figures: (typeof FIGURES)[number][];
  /** One on each line. */
  topics: string;
  sampling: (typeof SAMPLINGS)[number] | '';
  sampleSize: string;
  proximity: (typeof PROXIMITIES)[number] | '';
  unitOfAnalysis: (typeof UNITS)[number] | '';
  unitOfReporting: (typeof UNITS)[number] | '';
}
export const nothingSaid = (): How => ({ family: 'OTHER', frequency: 'ONE_OFF', focuses: [], techniques: [], figures: [], topics: '', sampling: '', sampleSize: '', proximity: '', unitOfAnalysis: '', unitOfReporting: '' });
