import { defineTemplate } from './define-template.ts'

/** A visit to a house; the owner agrees to the findings by a code in an email. */
export const houseInspectionTemplate = defineTemplate(
  'House inspection',
  'Inspect a house and have the owner agree to the findings with a code by email.',
  [
    {
      id: 'appointment',
      kind: 'initial',
      title: 'Appointment',
      components: [
        { type: 'input', id: 'ownerName', title: 'Owner', dataType: 'text' },
        { type: 'input', id: 'ownerEmail', title: "Owner's email", dataType: 'email' },
        { type: 'input', id: 'houseAddress', title: 'House address', dataType: 'address' },
        { type: 'input', id: 'visitDate', title: 'Visit on', dataType: 'date' },
      ],
    },
    {
      id: 'outside',
      kind: 'mobile',
      title: 'Outside',
      components: [
        {
          type: 'view',
          id: 'inspect',
          title: 'Inspect',
          dataType: 'address',
          required: false,
          value: '$houseAddress',
        },
        { type: 'input', id: 'roofCondition', title: 'Condition of the roof', dataType: 'text' },
        {
          type: 'input',
          id: 'housePosition',
          title: 'Position of the house',
          dataType: 'coordinate',
          required: false,
        },
      ],
    },
    {
      id: 'inside',
      kind: 'mobile',
      title: 'Inside',
      components: [
        {
          type: 'input',
          id: 'electricityMeter',
          title: 'Electricity meter',
          dataType: 'number',
          minimum: 0,
          unit: 'kWh',
        },
        {
          type: 'input',
          id: 'repairCost',
          title: 'Estimated cost of repairs',
          dataType: 'currency',
          currency: 'IDR',
          minimum: 0,
        },
        { type: 'input', id: 'findings', title: 'Findings', dataType: 'text', maximumLength: 2000 },
      ],
    },
    {
      id: 'agreement',
      kind: 'mobile',
      title: 'Agreement',
      components: [
        {
          type: 'view',
          id: 'agreedFindings',
          title: 'Findings to agree on',
          required: false,
          value: '$findings',
        },
        {
          type: 'otp',
          id: 'ownerAgreement',
          title: "Owner's agreement",
          channel: 'email',
          digits: 6,
          recipientField: 'ownerEmail',
        },
      ],
    },
  ],
)
