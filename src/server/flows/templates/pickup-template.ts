import { defineTemplate } from './define-template.ts'

/** Goods from a sender, who confirms the handover by a code in an SMS. */
export const pickupTemplate = defineTemplate(
  'Pickup',
  'Collect goods from a sender and have the handover confirmed with a code by SMS.',
  [
    {
      id: 'request',
      kind: 'initial',
      title: 'Pickup request',
      components: [
        { type: 'input', id: 'senderName', title: 'Sender', dataType: 'text' },
        {
          type: 'input',
          id: 'senderPhone',
          title: "Sender's phone",
          dataType: 'phoneNumber',
          defaultCountry: 'ID',
        },
        { type: 'input', id: 'pickupAddress', title: 'Pickup address', dataType: 'address' },
        {
          type: 'input',
          id: 'readyAt',
          title: 'Ready from',
          dataType: 'dateTime',
          required: false,
        },
      ],
    },
    {
      id: 'goods',
      kind: 'mobile',
      title: 'Goods',
      components: [
        {
          type: 'view',
          id: 'collectFrom',
          title: 'Collect from',
          dataType: 'address',
          required: false,
          value: '$pickupAddress',
        },
        {
          type: 'input',
          id: 'weight',
          title: 'Weight',
          dataType: 'number',
          minimum: 0,
          maximum: 5000,
          unit: 'kg',
        },
        {
          type: 'input',
          id: 'remarks',
          title: 'Remarks',
          dataType: 'text',
          maximumLength: 500,
          required: false,
        },
      ],
    },
    {
      id: 'handover',
      kind: 'mobile',
      title: 'Handover',
      components: [
        {
          type: 'otp',
          id: 'senderConfirmation',
          title: "Sender's confirmation",
          channel: 'sms',
          digits: 6,
          recipientField: 'senderPhone',
        },
      ],
    },
  ],
)
