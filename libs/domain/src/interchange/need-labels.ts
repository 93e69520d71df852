/** The fourteen needs of the default policy, in its order, as people name them. */
export const NEED_LABELS = {
  developmentalUncertainty: 'Developmental uncertainty',
  developmentalDelay: 'Developmental delay',
  learningDisability: 'Learning disability',
  physicalDisability: 'Physical disability',
  sensoryImpairment: 'Sensory impairment',
  healthCondition: 'Health condition',
  prenatalAlcohol: 'Prenatal alcohol exposure',
  prenatalDrugs: 'Prenatal drug exposure',
  parentalMentalIllness: 'Parental mental illness',
  parentalLearningDisability: 'Parental learning disability',
  neglectOrAbuse: 'Neglect or abuse',
  sexualAbuse: 'Sexual abuse',
  emotionalBehaviour: 'Emotional and behavioural needs',
  attachment: 'Attachment needs',
} as const;

export type NeedKey = keyof typeof NEED_LABELS;

export const NEED_KEYS = Object.keys(NEED_LABELS) as readonly NeedKey[];
