import { defineTemplate } from './define-template.ts'

/** A parcel to a door; the receiver proves to be there by a code on WhatsApp. */
export const lastMileDeliveryTemplate = defineTemplate(
  'Last-mile delivery',
  'Deliver a parcel and have the receiver confirm it with a code by WhatsApp.',
  [
    {
      id: 'order',
      kind: 'initial',
      title: 'Order',
      components: [
        { type: 'input', id: 'orderNumber', title: 'Order number', dataType: 'text' },
        { type: 'input', id: 'receiverName', title: 'Receiver', dataType: 'text' },
        {
          type: 'input',
          id: 'receiverPhone',
          title: "Receiver's phone",
          dataType: 'phoneNumber',
          defaultCountry: 'ID',
          helpText: 'The code goes to this number.',
        },
        {
          type: 'input',
          id: 'deliveryAddress',
          title: 'Delivery address',
          dataType: 'address',
        },
      ],
    },
    {
      id: 'arrival',
      kind: 'mobile',
      title: 'Arrival',
      components: [
        {
          type: 'view',
          id: 'deliverTo',
          title: 'Deliver to',
          dataType: 'address',
          required: false,
          value: '$deliveryAddress',
        },
        {
          type: 'input',
          id: 'parcelCount',
          title: 'Parcels handed over',
          dataType: 'number',
          minimum: 1,
          maximum: 99,
          defaultValue: '1',
        },
        {
          type: 'input',
          id: 'receivedBy',
          title: 'Received by',
          dataType: 'text',
          helpText: 'Who takes the parcel, if not the receiver.',
          required: false,
        },
      ],
    },
    {
      id: 'confirmation',
      kind: 'mobile',
      title: 'Confirmation',
      components: [
        {
          type: 'otp',
          id: 'receiverConfirmation',
          title: "Receiver's confirmation",
          channel: 'whatsapp',
          digits: 6,
          recipientField: 'receiverPhone',
          backupChannel: 'sms',
        },
      ],
    },
  ],
)
